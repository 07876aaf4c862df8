using Blobpress.Site.Listings;

namespace Blobpress.Site.Html.Themes;

/// <summary>A page of an archive as <c>archive.liquid</c> sees it.</summary>
internal sealed record ArchiveView(
    string Title,
    LinkView? Label,
    IReadOnlyList<LinkView> Parents,
    IReadOnlyList<LinkView> Children,
    IReadOnlyList<ArchiveGroup> Groups)
{
    public static ArchiveView Of(ArchivePage page, string language, Dictionary<string, string> words) => new(
        page.Title.Length == 0 ? words["archives"] : DateText.Period(page.Title, language),
        page.List.Title.Length == 0 ? null : new(page.List.Title, page.List.Url),
        Dated(page.Parents, language, words),
        Dated(page.Children, language, words),
        ArchiveGroup.ByYear(page.Posts, language));

    private static IReadOnlyList<LinkView> Dated(IReadOnlyList<TermLink> pages, string language, Dictionary<string, string> words) =>
    [
        .. pages.Select(page => new LinkView(page.Title.Length == 0 ? words["archives"] : DateText.Period(page.Title, language), page.Url)),
    ];
}

/// <summary>The entries of one year.</summary>
internal sealed record ArchiveGroup(string Title, IReadOnlyList<NeighbourView> Posts)
{
    public static IReadOnlyList<ArchiveGroup> ByYear(IReadOnlyList<PostLink> posts, string language) =>
    [
        .. posts.GroupBy(post => post.Date.Year).Select(year => new ArchiveGroup(
            DateText.Year(year.First().Date, language),
            [.. year.Select(post => NeighbourView.Of(post, language)!)])),
    ];
}
