using Blobpress.Site.Listings;
using Blobpress.Site.Settings;
using Blobpress.Site.Urls;

namespace Blobpress.Site.Html.Themes;

/// <summary>What every page says of the site.</summary>
internal sealed record SiteView(
    string Title,
    string Description,
    string Language,
    string? Author,
    string Url,
    string ArchiveUrl,
    string StylesheetUrl,
    string FaviconUrl,
    IReadOnlyList<FeedLink> Feeds)
{
    public static SiteView Of(SiteSettings settings, ThemeAsset stylesheet, ThemeAsset favicon)
    {
        var home = SitePaths.Front(ListKey.All).Url;
        return new(
            settings.Title,
            settings.Description,
            settings.Language,
            settings.Author,
            home,
            SitePaths.Archive(ListKey.ArchiveOf(settings), []).Url,
            stylesheet.Path.Url,
            favicon.Path.Url,
            FeedLinks.Of(home, settings.Title));
    }
}
