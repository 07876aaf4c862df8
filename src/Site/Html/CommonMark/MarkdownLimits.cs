using Blobpress.Site.Html.Tree;
using Blobpress.Site.Posts;

namespace Blobpress.Site.Html.CommonMark;

/// <summary>Refuses texts on which the Markdown parser's time grows with the square; no author's text comes near.</summary>
internal static class MarkdownLimits
{
    // Each costs a look through all blocks before it, or through the definitions around it.
    private const int MaxDefinitions = 5_000;

    // Each costs a look through the rest of its paragraph.
    private const int MaxOpen = 500;

    private const int MaxNesting = 100;

    private static readonly (string Open, string Close)[] Pairs = [("](", ")"), ("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<!", ">")];

    /// <summary>True where a line begins with more marks of quotes and lists than can be read.</summary>
    /// <exception cref="LimitException">The text holds too many definitions, underlined headings or openings without an end.</exception>
    public static bool NestsTooDeeply(string markdown)
    {
        foreach (var (open, close) in Pairs)
        {
            if (markdown.AsSpan().Count(open) - markdown.AsSpan().Count(close) > MaxOpen)
                throw new LimitException($"The Markdown holds more than {MaxOpen} times '{open}' without '{close}'.");
        }

        var (definitions, marked) = (0, 0);
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            var text = line.TrimStart();
            if (Marks(text) > MaxNesting)
                return true;
            if ((text.StartsWith("[") && text.Contains("]:", StringComparison.Ordinal)) || IsUnderline(text) || Abbreviations.IsDefinition(text))
                definitions++;
            // Each becomes an element at least, and is refused for that when all of them are made.
            if (text is ['>' or ':' or '-' or '+' or '*' or '#' or '_' or '`' or '~' or (>= '0' and <= '9'), ..] && ++marked > ElementCount.MaxElements)
                throw new LimitException($"The Markdown holds more than {ElementCount.MaxElements:N0} items, headings, quotes and rules.");
        }

        return definitions > MaxDefinitions
            ? throw new LimitException($"The Markdown holds more than {MaxDefinitions:N0} definitions of links and notes, and underlined headings.")
            : false;
    }

    private static bool IsUnderline(ReadOnlySpan<char> text) => text is ['=' or '-', ..] && text.TrimEnd().IndexOfAnyExcept(text[0]) < 0;

    // A rule of stars holds nothing else.
    private static int Marks(ReadOnlySpan<char> text)
    {
        if (text is not ['>' or '-' or '+' or '*' or (>= '0' and <= '9'), ..] || (text[0] == '*' && text.IndexOfAnyExcept('*', ' ', '\t') < 0))
            return 0;
        var marks = 0;
        while (!text.IsEmpty && marks <= MaxNesting)
        {
            var length = text[0] is '>' ? 1 : text is ['-' or '+' or '*', ' ' or '\t', ..] ? 2 : Number(text);
            if (length == 0)
                break;
            marks++;
            text = text[length..].TrimStart();
        }

        return marks;
    }

    private static int Number(ReadOnlySpan<char> text)
    {
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and < 10 && digits + 1 < text.Length && text[digits] is '.' or ')' && text[digits + 1] == ' ' ? digits + 2 : 0;
    }
}
