using System.Collections.Frozen;

namespace Blobpress.Site.Html.Formulas;

/// <summary>
/// What encloses a formula in a text: <c>$x$</c> by Pandoc's rule (tex_math_dollars), <c>$$x$$</c>, <c>\(x\)</c>, <c>\[x\]</c>, and the latter two with
/// the backslashes doubled, as generators need them that read a backslash as an escape.
/// </summary>
/// <remarks>What costs <c>$5 or $10</c>, variables of shells and templates, and brackets that are merely escaped are no formulas.</remarks>
internal static class FormulaMarks
{
    /// <summary>The opening marks, and what closes them; the longer before the shorter.</summary>
    public static readonly (string Open, string Close)[] Pairs = [("$$", "$$"), ("$", "$"), (@"\\(", @"\\)"), (@"\\[", @"\\]"), (@"\(", @"\)"), (@"\[", @"\]")];

    private static readonly FrozenSet<string> Endings = FrozenSet.ToFrozenSet(["th", "st", "nd", "rd", "s"]);

    /// <summary>The formula that begins at the start of a text; null where none does. No more than 10,000 characters are looked at.</summary>
    /// <param name="text">From the mark on, to the end of its paragraph.</param>
    /// <param name="before">The character before it; 0 where there is none.</param>
    public static FormulaMatch? Match(ReadOnlySpan<char> text, char before)
    {
        foreach (var (open, close) in Pairs)
        {
            if (text.StartsWith(open, StringComparison.Ordinal))
                return open[0] == '$' ? Dollars(text, before, open.Length) : Brackets(text, before, open, close);
        }

        return null;
    }

    /// <summary>True for a formula that stands alone by its marks.</summary>
    public static bool IsDisplay(string open) => open is "$$" or @"\[" or @"\\[";

    /// <summary>True for a character of a script without blanks between words.</summary>
    public static bool IsCjk(char c) => c is (>= '\u2e80' and <= '\u9fff') or (>= '\uac00' and <= '\ud7af') or (>= '\uf900' and <= '\ufaff') or (>= '\uff00' and <= '\uffef');

    /// <summary>True where something tells a formula from words in brackets.</summary>
    public static bool IsWritten(ReadOnlySpan<char> inner)
    {
        for (var at = inner.IndexOf('\\'); at >= 0 && at + 1 < inner.Length; at++)
        {
            if (inner[at] == '\\' && char.IsAsciiLetter(inner[at + 1]))
                return true;
        }

        return inner.IndexOfAny('^', '=', '<') >= 0 || HasIndex(inner);
    }

    private static FormulaMatch? Dollars(ReadOnlySpan<char> text, char before, int count)
    {
        if (before == '$' || (char.IsLetterOrDigit(before) && !IsCjk(before)) || Closing(text, count) is not { } close)
            return null;
        var inner = text[count..close];
        var rest = text[(close + count)..];
        if (inner.IsWhiteSpace() || inner[^1] == '\\' || rest is ['$' or '{', ..] || GoesOn(rest) || (count == 1 && !IsInline(inner, before, rest.IsEmpty ? '\0' : rest[0])))
            return null;
        // GitHub's and GitLab's $`x`$.
        var quoted = count == 1 && inner is ['`', _, .., '`'] && inner[1..^1].IndexOf('`') < 0 ? 1 : 0;
        return new(count == 2 ? "$$" : "$", count + quoted, close - quoted, close + count);
    }

    private static bool GoesOn(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || !char.IsLetterOrDigit(rest[0]) || IsCjk(rest[0]))
            return false;
        var end = 1;
        while (end < rest.Length && end < 3 && char.IsLetterOrDigit(rest[end]) && !IsCjk(rest[end]))
            end++;
        return !Endings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(rest[..end]);
    }

    // The next run of as many signs; null where there is none.
    private static int? Closing(ReadOnlySpan<char> text, int count)
    {
        var most = Math.Min(text.Length, Tex.MaxLength);
        for (var at = count; at < most; at++)
        {
            if (text[at] == '\\')
            {
                at++;
                continue;
            }

            if (text[at] != '$')
                continue;
            var run = text[at..].IndexOfAnyExcept('$');
            run = run < 0 ? text.Length - at : run;
            if (run >= count)
                return at;
            at += run - 1;
        }

        return null;
    }

    private static bool IsInline(ReadOnlySpan<char> inner, char before, char after)
    {
        var (first, last) = (inner[0], inner[^1]);
        if (char.IsWhiteSpace(first) != char.IsWhiteSpace(last) || first is '\'' or '"' || inner.Count('(') != inner.Count(')') || (first == '(' && after == '('))
            return false;
        if (inner.Count('`') % 2 != 0 || inner.IndexOf('\\') >= 0)
            return inner.Count('`') % 2 == 0;
        // Beside characters without blanks between words, two prices would look like the ends of a formula.
        if ((IsCjk(before) || IsCjk(after)) && HasCjk(inner))
            return false;
        if (inner.IndexOf("->") >= 0 || inner.IndexOf("::") >= 0 || IsVariable(inner))
            return false;
        var signs = inner.IndexOfAny("^_=");
        return signs >= 0 || (inner.IndexOf('\n') < 0 && (!char.IsWhiteSpace(first) || inner.Trim().Length == 1) && !IsProse(inner));
    }

    // ${name}
    private static bool IsVariable(ReadOnlySpan<char> inner) => inner is ['{', .., '}'] && inner.IndexOfAny('^', '_') < 0 && inner[1..^1].IndexOf('{') < 0;

    // Words between blanks, and no sign that only formulas have.
    private static bool IsProse(ReadOnlySpan<char> inner)
    {
        if (inner.IndexOfAny("+*<>|") >= 0)
            return false;
        foreach (var range in inner.Split(' '))
        {
            var word = inner[range].Trim("()[]{},.;:!?/-");
            if (word.Length >= 2 && word.Length < inner.Trim().Length && !word.ContainsAnyExceptInRange('A', 'z'))
                return true;
        }

        return false;
    }

    private static FormulaMatch? Brackets(ReadOnlySpan<char> text, char before, string open, string close)
    {
        var most = text[..Math.Min(text.Length, Tex.MaxLength)];
        var end = before == '\\' ? -1 : most[open.Length..].IndexOf(close);
        if (end < 0)
            return null;
        var inner = most.Slice(open.Length, end);
        var isFormula = open[^1] == '(' ? IsWritten(inner) || (inner.Trim() is [var only] && char.IsAsciiLetter(only)) : IsWritten(inner);
        // A link of which the brackets are escaped.
        return !isFormula || text[(open.Length + end + close.Length)..] is ['(', ..] && open[^1] == '['
            ? null : new(open, open.Length, open.Length + end, open.Length + end + close.Length);
    }

    // Behind a letter of its own: a_1, and no snake_case.
    private static bool HasIndex(ReadOnlySpan<char> inner)
    {
        for (var at = 1; at + 1 < inner.Length; at++)
        {
            if (inner[at] == '_' && char.IsAsciiLetter(inner[at - 1]) && (at == 1 || !char.IsLetterOrDigit(inner[at - 2])) && (inner[at + 1] == '{' || char.IsAsciiLetterOrDigit(inner[at + 1])))
                return true;
        }

        return false;
    }

    private static bool HasCjk(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (IsCjk(c))
                return true;
        }

        return false;
    }
}

/// <summary>A formula in a text.</summary>
/// <param name="Open">Its opening mark.</param>
/// <param name="Start">Where its TeX begins.</param>
/// <param name="End">Where its TeX ends.</param>
/// <param name="Length">Of all, marks included.</param>
internal readonly record struct FormulaMatch(string Open, int Start, int End, int Length);
