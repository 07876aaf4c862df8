using Blobpress.Site.Settings;
using Blobpress.Site.Urls;

namespace Blobpress.Site.Feeds;

/// <summary>robots.txt (RFC 9309): everything may be read, and here is the sitemap.</summary>
public static class Robots
{
    public static string Render(SiteSettings settings) =>
        $"User-agent: *\nAllow: /\n\nSitemap: {AbsoluteUrl.Of(settings, SitePaths.SitemapIndex.Url)}\n";
}
