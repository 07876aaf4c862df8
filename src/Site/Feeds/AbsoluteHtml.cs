using System.Net;
using System.Text;
using Blobpress.Site.Html;
using Blobpress.Site.Settings;
using Blobpress.Site.Urls;

namespace Blobpress.Site.Feeds;

/// <summary>A post's HTML for readers outside its page: every URL in it absolute, formulas as text.</summary>
/// <remarks>
/// Articles are written with each value in double quotes and each angle bracket in them escaped, so that tags can be told from
/// text without a parser.
/// </remarks>
internal static class AbsoluteHtml
{
    /// <param name="settings">The site's.</param>
    /// <param name="html">The sanitized body.</param>
    /// <param name="pageUrl">The post's page, site-relative: what the body's URLs are relative to.</param>
    public static string Render(SiteSettings settings, string html, string pageUrl)
    {
        var page = new Uri(AbsoluteUrl.Of(settings, pageUrl));
        var absolute = new StringBuilder(html.Length + 256);
        var rest = html.AsSpan();
        var code = false;
        while (rest.IndexOf('<') is var start and >= 0 && rest[start..].IndexOf('>') is var length and > 0)
        {
            absolute.Append(rest[..start]);
            rest = rest[start..];
            if (Formula(rest) is var (text, end))
            {
                absolute.Append(text);
                rest = rest[end..];
                continue;
            }

            var tag = rest[..length];
            code = tag.StartsWith("<pre", StringComparison.Ordinal) || (code && !tag.StartsWith("</pre", StringComparison.Ordinal));
            // Without a style sheet the colours of code say nothing.
            if (code && (tag.SequenceEqual("</span") || tag.StartsWith("<span ", StringComparison.Ordinal)))
            {
                rest = rest[(length + 1)..];
                continue;
            }

            Append(absolute, tag, page);
            rest = rest[length..];
        }

        return absolute.Append(rest).ToString();
    }

    // Readers of feeds take MathML off its letters: they get the text that stands for a formula, which is escaped already.
    private static (string Text, int End)? Formula(ReadOnlySpan<char> html)
    {
        const string end = "</math>", name = " alttext=\"";
        if (!html.StartsWith("<math ", StringComparison.Ordinal) || html.IndexOf(end) is not (> 0 and var close))
            return null;
        var tag = html[..html.IndexOf('>')];
        return tag.IndexOf(name) is > 0 and var at && Quoted(tag[(at + name.Length - 1)..]) is { } length
            ? (tag.Slice(at + name.Length, length).ToString(), close + end.Length) : null;
    }

    // A tag up to its closing bracket. What has no value gets an empty one, for readers that read feeds as XML.
    private static void Append(StringBuilder absolute, ReadOnlySpan<char> tag, Uri page)
    {
        var name = tag.IndexOf(' ');
        absolute.Append(name < 0 ? tag : tag[..name]);
        var rest = name < 0 ? [] : tag[(name + 1)..];
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOfAny(' ', '=');
            if (end < 0 || rest[end] == ' ')
            {
                absolute.Append(' ').Append(end < 0 ? rest : rest[..end]).Append("=\"\"");
                rest = end < 0 ? [] : rest[(end + 1)..];
                continue;
            }

            if (Quoted(rest[(end + 1)..]) is not { } length)
            {
                absolute.Append(' ').Append(rest);
                return;
            }

            var value = rest.Slice(end + 2, length);
            absolute.Append(' ').Append(rest[..end]).Append("=\"").Append(Value(rest[..end], value, page)).Append('"');
            rest = rest[(end + 2 + length + 1)..].TrimStart(' ');
        }
    }

    // The length of a value in quotes; null where it is written otherwise, which no article is.
    private static int? Quoted(ReadOnlySpan<char> text) =>
        text is ['"', .. var rest] && rest.IndexOf('"') is var length and >= 0 ? length : null;

    private static string Value(ReadOnlySpan<char> name, ReadOnlySpan<char> value, Uri page) => name switch
    {
        "href" or "src" or "poster" or "cite" => HtmlText.Escape(Resolve(WebUtility.HtmlDecode(value.ToString()), page)),
        "srcset" => HtmlText.Escape(ResolveSet(WebUtility.HtmlDecode(value.ToString()), page)),
        _ => value.ToString(),
    };

    // Candidates end in a comma followed by white space: a comma inside a URL is part of it.
    private static string ResolveSet(string set, Uri page)
    {
        var candidates = set.Split([", ", ",\n", ",\t"], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return string.Join(", ", candidates.Select(candidate =>
        {
            var parts = candidate.Split([' ', '\n', '\t'], 2, StringSplitOptions.TrimEntries);
            parts[0] = Resolve(parts[0], page);
            return string.Join(' ', parts);
        }));
    }

    private static string Resolve(string url, Uri page) => Uri.TryCreate(page, url, out var absolute) ? absolute.AbsoluteUri : url;
}
