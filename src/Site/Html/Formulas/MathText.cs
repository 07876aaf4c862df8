using System.Globalization;
using System.Text;
using Blobpress.Site.Html.Tree;

namespace Blobpress.Site.Html.Formulas;

/// <summary>A formula as one line of text, as people write it where there is no typesetting: <c>(a + b)/2</c>, <c>x²</c>, <c>√(n + 1)</c>.</summary>
internal static class MathText
{
    private const string Relations = "=<>≤≥≠≈≡∼≃≅∝∈∉∋⊂⊃⊆⊇→←↔⇒⇐⇔↦⟶⟹⟺≪≫∣∥⊢⊨≔";
    private const string Operators = "+−±∓×⋅∗÷∧∨∩∪⊕⊗∘";
    private const string Raised = "0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺−⁻=⁼(⁽)⁾nⁿiⁱ";
    private const string Lowered = "0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊−₋=₌(₍)₎";

    /// <summary>The text of a formula, blanks collapsed.</summary>
    public static string Of(Element math) => PlainText.Of(Text(math));

    // Formulas nest within bounds, so the recursion is bounded too.
    private static string Text(Node node)
    {
        if (node is TextNode text)
            return Plain(text.Data);
        if (node is not Element element)
            return "";
        var parts = element.Children.ToList();
        switch (element.LocalName)
        {
            case "mfrac" when parts.Count == 2:
                return element.GetAttribute("linethickness") is { } line && line.StartsWith('0')
                    ? $"{Text(parts[0])} {Text(parts[1])}" : $"{Group(parts[0])}/{Group(parts[1])}";
            case "msqrt":
                return "√" + Group(All(element));
            case "mroot" when parts.Count == 2:
                return Script(Text(parts[1]), Raised, "") + "√" + Group(parts[0]);
            case "msup" when parts.Count == 2:
                return Text(parts[0]) + Up(parts[1]);
            case "msub" when parts.Count == 2:
                return Text(parts[0]) + Down(parts[1]);
            case "msubsup" or "munderover" when parts.Count == 3:
                return Text(parts[0]) + Down(parts[1]) + Up(parts[2]);
            case "mover" when parts.Count == 2:
                return Text(parts[0]) + Accent(parts[1], Up);
            case "munder" when parts.Count == 2:
                return Text(parts[0]) + Accent(parts[1], Down);
            case "mtable":
                return Table(element);
            case "mo":
                return Operator(element);
            case "mspace":
                return IsGap(element) ? " " : "";
            case "mphantom" or "mprescripts" or "none":
                return "";
            default:
                return All(element);
        }
    }

    private static string All(Element element)
    {
        if (element.FirstChild is TextNode only && only.Next is null)
            return Plain(only.Data);
        var text = new StringBuilder();
        foreach (var child in element.ChildNodes)
            text.Append(Text(child));
        return text.ToString();
    }

    // Thin spaces part what needs no blank.
    private static bool IsGap(Element space) =>
        space.GetAttribute("width") is [.. var ems, 'e', 'm'] && double.TryParse(ems, NumberStyles.Float, CultureInfo.InvariantCulture, out var width) && width > 0.25;

    private static string Operator(Element element)
    {
        var sign = All(element);
        var infix = sign.Length == 1 && element.Next is not null && element.GetAttribute("form") is null or "infix"
            && (Relations.Contains(sign[0], StringComparison.Ordinal) || (element.Previous is not null && Operators.Contains(sign[0], StringComparison.Ordinal)));
        return infix ? $" {sign} " : sign is "," or ";" ? sign + " " : sign;
    }

    private static string Up(Element element) => Script(Text(element), Raised, "^");

    private static string Down(Element element) => Script(Text(element), Lowered, "_");

    // A prime stands for itself.
    private static string Script(string text, string signs, string mark)
    {
        var script = text.Trim();
        if (script.Length == 0 || script.All(c => c is '′' or '″' or '‴' or '*' or '∗' or '†'))
            return script;
        var tight = script.Replace(" ", "", StringComparison.Ordinal);
        var small = new StringBuilder(tight.Length);
        foreach (var c in tight)
        {
            if (signs.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at && at % 2 == 0)
                small.Append(signs[at + 1]);
        }

        return small.Length == tight.Length ? small.ToString() : mark + (script.Length == 1 || (mark == "_" && script.All(char.IsLetterOrDigit)) ? script : $"({script})");
    }

    // Arrows, bars and braces over and under letters.
    private static string Accent(Element element, Func<Element, string> script) => element.LocalName != "mo" ? script(element) : All(element) switch
    {
        "ˆ" or "^" => "\u0302",
        "ˉ" or "¯" or "‾" => "\u0304",
        "˜" or "~" => "\u0303",
        "˙" => "\u0307",
        "¨" => "\u0308",
        "→" => "\u20d7",
        _ => "",
    };

    private static string Table(Element table)
    {
        // The columns of equations are parts of one text.
        var between = table.GetAttribute("displaystyle") == "true" ? " " : ", ";
        return string.Join("; ", table.Children
            .Select(row => string.Join(between, row.Children.Select(cell => Text(cell).Trim()).Where(cell => cell.Length > 0)))
            .Where(row => row.Length > 0));
    }

    private static string Group(Element element) => Group(Text(element));

    private static string Group(string text)
    {
        var (inner, depth) = (text.Trim(), 0);
        foreach (var c in inner)
        {
            depth += c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0;
            if (depth <= 0 && c is ' ' or '/' or ',')
                return $"({inner})";
        }

        return inner;
    }

    // Letters of the mathematical alphabets as the plain ones that people search for; signs that nobody sees go.
    private static string Plain(string text)
    {
        if (text.All(char.IsAscii))
            return text;
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= 0x1d400 and <= 0x1d7ff)
                plain.Append(rune.ToString().Normalize(NormalizationForm.FormKC));
            else if (rune.Value is not ((>= 0x2061 and <= 0x2064) or 0x200b))
                plain.Append(rune);
        }

        return plain.ToString();
    }
}
