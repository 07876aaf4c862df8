using Blobpress.Site.Listings;
using Blobpress.Site.Settings;
using Blobpress.Site.Urls;

namespace Blobpress.Site.Html.Themes;

/// <summary>The links in the masthead: the owner's, or else the ways into the site that every site has.</summary>
internal static class SiteMenu
{
    public static IReadOnlyList<MenuView> Of(SiteSettings settings, Dictionary<string, string> words, string? pageUrl)
    {
        var items = settings.Menu.Count > 0 ? settings.Menu : Default(settings, words);
        return [.. items.Select(item => new MenuView(item.Title, item.Url, item.Url == pageUrl))];
    }

    private static MenuItem[] Default(SiteSettings settings, Dictionary<string, string> words) =>
    [
        new(words["home"], SitePaths.Front(ListKey.All).Url),
        new(words["archives"], SitePaths.Archive(ListKey.ArchiveOf(settings), []).Url),
        new(words["categories"], SitePaths.Terms(ListKey.Of(ListKind.Category, [], settings), []).Url),
        new(words["tags"], SitePaths.Terms(ListKey.Of(ListKind.Tag, [], settings), []).Url),
    ];
}
