using Blobpress.Site.Html.Tree;

namespace Blobpress.Site.Html.Formulas;

/// <summary>Finds the formulas of an article: those that Markdown marked, blocks of code in the language math, and what a text encloses in marks.</summary>
internal static class FormulaFinder
{
    /// <summary>The class of an element that holds a formula.</summary>
    public const string Class = "math";

    private const string Mark = "data-open";

    /// <summary>Puts each formula below <paramref name="root"/> in an element of its own, and gives these in the order of the text.</summary>
    /// <param name="root">The article.</param>
    /// <param name="single">True where single dollars enclose formulas in texts; those of Markdown were looked at already.</param>
    public static IReadOnlyList<(Element Place, Formula Formula)> Find(Element root, bool single)
    {
        var found = new List<(Element, Formula)>();
        foreach (var node in root.Descendants().ToList())
        {
            if (node is TextNode text)
                Within(text, single, found);
            else if (node is Element { LocalName: "span" or "div" } element && HasClass(element, Class) && Marked(element) is { } formula)
                found.Add((element, formula));
            else if (node is Element { LocalName: "code", Parent: Element { LocalName: "pre" } block } code && IsMath(code) && ReferenceEquals(block.FirstChild, block.LastChild))
                found.Add((block, new(code.TextContent.Trim(), "```math\n", "\n```", true)));
        }

        return found;
    }

    /// <summary>The formulas of a plain text, in order.</summary>
    public static IEnumerable<(int Start, FormulaMatch Match)> In(string text, bool single)
    {
        var next = 0;
        for (var at = text.AsSpan().IndexOfAny('$', '\\'); at >= 0 && at < text.Length; at = Next(text, next))
        {
            var match = FormulaMarks.Match(text.AsSpan(at), at == 0 ? '\0' : text[at - 1]);
            if (match is { } formula && (single || formula.Open != "$"))
                yield return (at, formula);
            // A run of signs is looked at once.
            next = match is { } skipped ? at + skipped.Length : at + Math.Max(1, Run(text, at));
        }
    }

    private static int Next(string text, int from) => from < text.Length && text.AsSpan(from).IndexOfAny('$', '\\') is >= 0 and var at ? from + at : -1;

    private static int Run(string text, int at)
    {
        var run = text[at] == '$' ? text.AsSpan(at).IndexOfAnyExcept('$') : 1;
        return run < 0 ? text.Length - at : run;
    }

    private static void Within(TextNode text, bool single, List<(Element, Formula)> found)
    {
        if (text.Data.AsSpan().IndexOfAny('$', '\\') < 0 || !IsProse(text))
            return;
        var (parts, copied) = (new List<Node>(), 0);
        foreach (var (start, match) in In(text.Data, single))
        {
            var place = new Element("span");
            place.SetAttribute("class", Class);
            parts.Add(new TextNode(text.Data[copied..start]));
            parts.Add(place);
            found.Add((place, Formula.Of(match.Open, text.Data[(start + match.Start)..(start + match.End)])));
            copied = start + match.Length;
        }

        if (copied > 0)
            text.Replace([.. parts, new TextNode(text.Data[copied..])]);
    }

    private static bool IsProse(TextNode text) => text.Parent!.Closest(e => e.LocalName is "code" or "pre" or "kbd" or "samp" or "a" || HasClass(e, Class)) is null;

    // By Markdown, which says how; or as a page had it whose scripts would read the marks.
    private static Formula? Marked(Element element)
    {
        if (element.Elements().Any())
            return null;
        var text = element.TextContent.Trim();
        if (element.GetAttribute(Mark) is { } open)
            return open.Length == 0 ? new(text, "", "", true) : FormulaMarks.Pairs.Any(pair => pair.Open == open) ? Formula.Of(open, text) : null;
        foreach (var (mark, close) in FormulaMarks.Pairs)
        {
            if (text.Length > mark.Length + close.Length && text.StartsWith(mark, StringComparison.Ordinal) && text.EndsWith(close, StringComparison.Ordinal))
                return Formula.Of(mark, text[mark.Length..^close.Length]);
        }

        return FormulaMarks.IsWritten(text) ? new(text, "", "", element.LocalName == "div" || HasClass(element, "display")) : null;
    }

    private static bool IsMath(Element code) => HasClass(code, "language-math") || HasClass(code, "lang-math") || HasClass(code, "language-katex");

    private static bool HasClass(Element element, string name) =>
        element.GetAttribute("class") is { } classes && (classes == name || classes.Split((char[]?)null).Contains(name));
}
