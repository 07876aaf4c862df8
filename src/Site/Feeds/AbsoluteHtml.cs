using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Blobpress.Site.Settings;
using Blobpress.Site.Urls;

namespace Blobpress.Site.Feeds;

/// <summary>A post's HTML for readers outside its page: every URL in it absolute.</summary>
internal static class AbsoluteHtml
{
    private static readonly string[] UrlAttributes = ["href", "src", "poster", "cite"];

    /// <param name="settings">The site's.</param>
    /// <param name="html">The sanitized body.</param>
    /// <param name="pageUrl">The post's page, site-relative: what the body's URLs are relative to.</param>
    public static string Render(SiteSettings settings, string html, string pageUrl)
    {
        var page = new Uri(AbsoluteUrl.Of(settings, pageUrl));
        var document = new HtmlParser().ParseDocument("");
        var body = document.Body!;
        body.InnerHtml = html;
        foreach (var element in body.QuerySelectorAll("[href], [src], [poster], [cite], [srcset]"))
            MakeAbsolute(element, page);
        return body.InnerHtml;
    }

    private static void MakeAbsolute(IElement element, Uri page)
    {
        foreach (var name in UrlAttributes)
        {
            if (element.GetAttribute(name) is { } url)
                element.SetAttribute(name, Resolve(url, page));
        }

        if (element.GetAttribute("srcset") is { } set)
            element.SetAttribute("srcset", ResolveSet(set, page));
    }

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
