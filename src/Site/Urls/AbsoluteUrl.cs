using Blobpress.Site.Settings;

namespace Blobpress.Site.Urls;

/// <summary>URLs for places that have no page to be relative to: feeds, the sitemap, canonical links, social cards.</summary>
public static class AbsoluteUrl
{
    /// <summary><paramref name="url"/> resolved against the site's root (RFC 3986); absolute URLs come back as they are.</summary>
    public static string Of(SiteSettings settings, string url) => new Uri(settings.BaseUrl, url).AbsoluteUri;
}
