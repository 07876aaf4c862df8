using System.Net;
using System.Text.RegularExpressions;

namespace Blobpress.Site.Posts;

/// <summary>A body's first heading, for a post without a title.</summary>
internal static partial class FirstHeading
{
    // A title stands at the beginning; searching a long body for it could cost more than all the rest.
    private const int Searched = 16 * 1024;

    /// <summary>The plain text of the first heading in a body's first 16 K characters; null where there is none. Code has no headings.</summary>
    public static string? Of(string body, BodyFormat format)
    {
        var start = (body.Length <= Searched ? body : body[..Searched]).TrimStart('\n');
        return format == BodyFormat.Html ? OfHtml(start) : OfMarkdown(start);
    }

    private static string? OfHtml(string body) =>
        HtmlHeading().Match(body) is { Success: true } heading ? Filled(WebUtility.HtmlDecode(Tag().Replace(heading.Groups["text"].Value, ""))) : null;

    private static string? OfMarkdown(string body)
    {
        foreach (Match match in MarkdownHeading().Matches(body))
        {
            if (match.Groups["html"].Success && OfHtml(match.Value) is { } html) return html;
            if (match.Groups["text"].Success && Filled(Plain(match.Groups["text"].Value)) is { } text) return text;
        }

        return null;
    }

    private static string? Filled(string text) => PlainLine.Of(text) is { Length: > 0 } line ? line : null;

    private static string Plain(string markdown)
    {
        var text = Attributes().Replace(Link().Replace(markdown, "${text}"), "");
        return WebUtility.HtmlDecode(Tag().Replace(Emphasis().Replace(text, "${text}"), ""));
    }

    [GeneratedRegex(@"<h(?<level>[1-6])\b[^>]*>(?<text>(?:(?!<h[1-6]\b).)*?)</h\k<level>\s*>", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex HtmlHeading();

    // CommonMark 4.2 (ATX), 4.3 (setext, one line), 4.5 (fences, passed over whole).
    [GeneratedRegex(
        @"^ {0,3}(?<fence>`{3,}|~{3,}).*?(?:^ {0,3}\k<fence>|\z)|^ {0,3}\#{1,6}[ \t]+(?<text>[^\n]+?)(?:[ \t]+\#+)?[ \t]*$|(?<=\A|\n[ \t]*\n) {0,3}(?<text>[^\s<>#`|*+-][^\n]*)\n {0,3}(?:=+|-+)[ \t]*$|^ {0,3}(?<html><h[1-6][^\n]*)$",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex MarkdownHeading();

    [GeneratedRegex(@"!?\[(?<text>[^\]]*)\]\([^)]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"[ \t]*\{[#.:][^}]*\}[ \t]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Attributes();

    [GeneratedRegex(@"(?<mark>\*{1,3}|`+|~~|__)(?<text>.+?)\k<mark>|\\(?<text>[!-/:-@\[-`{-~])", RegexOptions.CultureInvariant)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
