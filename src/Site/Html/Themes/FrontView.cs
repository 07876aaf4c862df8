using Blobpress.Site.Listings;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Html.Themes;

/// <summary>The newest posts of a list as <c>front.liquid</c> sees them.</summary>
internal sealed record FrontView(
    string Title,
    string? Label,
    IReadOnlyList<LinkView> Parents,
    IReadOnlyList<LinkView> Children,
    string? MoreChildrenUrl,
    IReadOnlyList<CardView> Cards,
    string ArchiveUrl)
{
    public static FrontView Of(SiteSettings settings, FrontPage page, Dictionary<string, string> words)
    {
        var home = page.List.Kind == ListKind.All;
        var posts = page.Sticky.Concat(page.Posts);
        return new(
            page.List.Title,
            ListLabel.Of(page.List, words),
            LinkView.Of(page.List.Parents),
            LinkView.Of(page.Children),
            page.MoreChildrenUrl,
            [.. posts.Select((post, index) => CardView.Of(settings, post, first: index == 0, home))],
            page.ArchiveUrl);
    }
}
