using System.Xml.Linq;
using Blobpress.Site.Settings;
using Blobpress.Site.Urls;

namespace Blobpress.Site.Feeds;

/// <summary>The sitemap (sitemaps.org 0.9): shards of pages, and an index of the shards.</summary>
public static class Sitemap
{
    private static readonly XNamespace Ns = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>One shard.</summary>
    /// <param name="settings">The site's.</param>
    /// <param name="pages">Site-relative URLs, kept in their order; at most 50,000 by the standard.</param>
    public static string Shard(SiteSettings settings, IEnumerable<(string Url, DateTimeOffset LastModified)> pages) =>
        XmlText.Write(new XElement(Ns + "urlset", pages.Select(page => new XElement(
            Ns + "url",
            Location(settings, page.Url),
            new XElement(Ns + "lastmod", FeedChannel.Time(page.LastModified))))));

    /// <summary>The index.</summary>
    /// <param name="settings">The site's.</param>
    /// <param name="shardUrls">Site-relative URLs, kept in their order; at most 50,000 by the standard.</param>
    public static string Index(SiteSettings settings, IEnumerable<string> shardUrls) =>
        XmlText.Write(new XElement(Ns + "sitemapindex", shardUrls.Select(url => new XElement(Ns + "sitemap", Location(settings, url)))));

    private static XElement Location(SiteSettings settings, string url) => new(Ns + "loc", AbsoluteUrl.Of(settings, url));
}
