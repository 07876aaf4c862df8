using Blobpress.Site.Listings;
using Blobpress.Site.Settings;
using Blobpress.Site.Urls;

namespace Blobpress.Site.Html.Themes;

/// <summary>The links in the masthead: the owner's, or else the ways into the site that every site has.</summary>
internal static class SiteMenu
{
    public static IReadOnlyList<MenuView> Of(SiteSettings settings, Dictionary<string, string> words, string? pageUrl)
    {
        var items = settings.Menu.Count > 0 ? settings.Menu : Default(words);
        return [.. items.Select(item => new MenuView(item.Title, item.Url, item.Url == pageUrl))];
    }

    private static MenuItem[] Default(Dictionary<string, string> words) =>
    [
        new(words["home"], SitePaths.Front(ListKind.All, []).Url),
        new(words["archives"], SitePaths.Archive(ListKind.All, [], []).Url),
        new(words["categories"], SitePaths.Terms(ListKind.Category, [], []).Url),
        new(words["tags"], SitePaths.Terms(ListKind.Tag, [], []).Url),
    ];
}
