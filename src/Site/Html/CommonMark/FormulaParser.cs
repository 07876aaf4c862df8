using Markdig.Extensions.Mathematics;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers.Html;

namespace Blobpress.Site.Html.CommonMark;

/// <summary>A formula within a line: <c>$x$</c> or <c>$$x$$</c>. What costs <c>$5 or $10</c> is none.</summary>
internal sealed class FormulaParser : InlineParser
{
    public FormulaParser() => OpeningCharacters = ['$'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        var before = slice.PeekCharExtra(-1);
        var count = text.Length > 1 && text[1] == '$' ? 2 : 1;
        if (before == '$' || (char.IsLetterOrDigit(before) && !IsCjk(before)) || Closing(text, count) is not { } close)
            return false;
        var inner = text[count..close];
        var after = close + count < text.Length ? text[close + count] : '\0';
        if (!IsFormula(inner) || after == '$' || (char.IsLetterOrDigit(after) && !IsCjk(after)))
            return false;
        // Beside characters without blanks between words, two prices would look like the ends of a formula.
        if ((IsCjk(before) || IsCjk(after)) && inner.IndexOf('\\') < 0 && HasCjk(inner))
            return false;

        var content = slice;
        content.Start += count;
        content.End = slice.Start + close - 1;
        content.Trim();
        var formula = new MathInline { Delimiter = '$', DelimiterCount = count, Content = content };
        formula.GetAttributes().AddClass("math");
        processor.Inline = formula;
        slice.Start += close + count;
        return true;
    }

    // The next run of as many signs in this line; null where there is none.
    private static int? Closing(ReadOnlySpan<char> text, int count)
    {
        for (var at = count; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '\n':
                    return null;
                case '\\':
                    at++;
                    break;
                case '$':
                    var run = text[at..].IndexOfAnyExcept('$');
                    run = run < 0 ? text.Length - at : run;
                    if (run >= count)
                        return at;
                    at += run - 1;
                    break;
            }
        }

        return null;
    }

    // Blanks stand at both ends or at none.
    private static bool IsFormula(ReadOnlySpan<char> inner) =>
        !inner.IsWhiteSpace() && char.IsWhiteSpace(inner[0]) == char.IsWhiteSpace(inner[^1]);

    private static bool HasCjk(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (IsCjk(c))
                return true;
        }

        return false;
    }

    private static bool IsCjk(char c) => c is (>= '\u2e80' and <= '\u9fff') or (>= '\uac00' and <= '\ud7af') or (>= '\uf900' and <= '\ufaff') or (>= '\uff00' and <= '\uffef');
}
