using System.Net;
using System.Text;
using Blobpress.Site.Html;
using Blobpress.Site.Settings;
using Blobpress.Site.Urls;

namespace Blobpress.Site.Feeds;

/// <summary>A post's HTML for readers outside its page: every URL in it absolute.</summary>
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
        while (rest.IndexOf('<') is var start and >= 0 && rest[start..].IndexOf('>') is var length and > 0)
        {
            absolute.Append(rest[..start]);
            Append(absolute, rest.Slice(start, length), page);
            rest = rest[(start + length)..];
        }

        return absolute.Append(rest).ToString();
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
