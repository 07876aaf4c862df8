using System.Buffers;
using System.Text.RegularExpressions;

namespace Blobpress.Site.Posts;

/// <summary>Tells a body that is HTML through and through from Markdown with some HTML in it.</summary>
internal static partial class BodyMarkup
{
    private static readonly HashSet<string> Roots = new(StringComparer.OrdinalIgnoreCase)
    {
        "html", "body", "div", "section", "article", "main", "header", "footer", "aside", "center", "figure", "table", "ul", "ol", "dl",
        "blockquote", "details", "form", "p", "h1", "h2", "h3", "h4", "h5", "h6", "video", "audio", "iframe", "pre",
    };

    // Their end tag may be left out (HTML 13.1.2.4), so an open one does not enclose the rest.
    private static readonly HashSet<string> Closing = new(StringComparer.OrdinalIgnoreCase) { "p", "h1", "h2", "h3", "h4", "h5", "h6", "pre" };

    private static readonly HashSet<string> Between = new(StringComparer.OrdinalIgnoreCase) { "br", "hr", "img", "link", "meta" };

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

    private static readonly HashSet<string> Raw = new(StringComparer.OrdinalIgnoreCase) { "script", "style" };

    /// <summary>
    /// <see cref="BodyFormat.Html"/> for an <c>.html</c> file, and for a body that begins with a block element and in which elements
    /// enclose everything: between and after them stand only comments, <c>br</c>, <c>hr</c>, <c>img</c>, scripts, styles and stray end
    /// tags. A block that is never closed encloses the rest (feeds cut their HTML off), but a paragraph or heading does not. A
    /// Markdown heading, fence, link or image at the start of a line after a blank one, outside <c>pre</c>, makes it Markdown after all.
    /// </summary>
    public static BodyFormat Of(string body, bool htmlFile) => htmlFile || IsHtml(body) ? BodyFormat.Html : BodyFormat.Markdown;

    private static bool IsHtml(string body)
    {
        var rest = body.AsSpan().Trim();
        if (rest.IsEmpty || rest[0] != '<') return false;
        var elements = 0;
        while (!rest.IsEmpty)
        {
            var end = EndOfPart(rest, ref elements);
            if (end < 0) return false;
            rest = rest[end..].TrimStart();
        }

        return elements > 0 && !HoldsMarkdown(body);
    }

    // How far the comment, element or tag reaches with which the text begins; -1 where it begins with something else.
    private static int EndOfPart(ReadOnlySpan<char> text, ref int elements)
    {
        if (text.StartsWith("<!--", StringComparison.Ordinal)) return After(text, "-->");
        if (text.StartsWith("<!", StringComparison.Ordinal) || (elements > 0 && text.StartsWith("</", StringComparison.Ordinal))) return After(text, ">");
        var name = NameOf(text).ToString();
        if (Between.Contains(name)) return elements > 0 ? After(text, ">") : -1;
        if (!Roots.Contains(name) && !Raw.Contains(name)) return -1;
        if (Roots.Contains(name)) elements++;
        var end = EndOfElement(text, name);
        return end >= 0 || Closing.Contains(name) ? end : text.Length;
    }

    private static int EndOfElement(ReadOnlySpan<char> text, string name)
    {
        var depth = 0;
        for (var at = 0; at < text.Length;)
        {
            var next = text[at..].IndexOf('<');
            if (next < 0) return -1;
            at += next;
            if (IsTag(text[(at + 1)..], name)) depth++;
            else if (at + 1 < text.Length && text[at + 1] == '/' && IsTag(text[(at + 2)..], name) && --depth == 0)
                return at + After(text[at..], ">");
            at++;
        }

        return -1;
    }

    private static bool IsTag(ReadOnlySpan<char> text, string name) =>
        text.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (text.Length == name.Length || !char.IsAsciiLetterOrDigit(text[name.Length]));

    private static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] != '<') return [];
        var length = text[1..].IndexOfAnyExcept(NameCharacters);
        return length < 0 ? text[1..] : text.Slice(1, length);
    }

    private static int After(ReadOnlySpan<char> text, string end) =>
        text.IndexOf(end, StringComparison.Ordinal) is >= 0 and var at ? at + end.Length : text.Length;

    private static bool HoldsMarkdown(string body)
    {
        foreach (var match in MarkdownOrPre().EnumerateMatches(body))
            if (body[match.Index] == '\n') return true;
        return false;
    }

    [GeneratedRegex(
        @"<pre\b.*?(?:</pre|\z)|\n[ \t]*\n {0,3}(?:\#{1,6}[ \t]+\S|```|~~~|!?\[[^\]\n]+\]\()",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex MarkdownOrPre();
}
