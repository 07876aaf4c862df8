using Blobpress.Site.Listings;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Html.Themes;

/// <summary>A post as <c>post.liquid</c> sees it.</summary>
internal sealed record PostView
{
    private const string CoverSizes = "(min-width: 64rem) 60rem, 94vw";

    public required string Title { get; init; }

    /// <summary>Null where it is the site's.</summary>
    public string? Language { get; init; }

    public required DateView Date { get; init; }

    /// <summary>Null where the post was not changed on a later day.</summary>
    public DateView? Updated { get; init; }

    public required IReadOnlyList<LinkView> Authors { get; init; }

    public required IReadOnlyList<LinkView> Categories { get; init; }

    public required IReadOnlyList<LinkView> Tags { get; init; }

    /// <summary>The header image or its placeholder, or null.</summary>
    public Markup? Cover { get; init; }

    public required Markup Html { get; init; }

    /// <summary>What the owner puts below each post; null where the post allows no comments.</summary>
    public Markup? Comments { get; init; }

    public NeighbourView? Newer { get; init; }

    public NeighbourView? Older { get; init; }

    /// <summary>True for a page, which shows no date.</summary>
    public bool IsPage { get; init; }

    public int Words { get; init; }

    /// <summary>Reading time.</summary>
    public int Minutes { get; init; }

    /// <param name="settings">The site's.</param>
    /// <param name="page">The post.</param>
    /// <param name="words">The theme's, in the site's language.</param>
    public static PostView Of(SiteSettings settings, PostPage page, Dictionary<string, string> words)
    {
        var (content, post, language) = (page.Content, page.Content.Summary, settings.Language);
        return new()
        {
            Title = post.Title,
            Language = CardView.OtherLanguage(settings, post),
            Date = DateView.Of(post.Date, language),
            Updated = !post.IsPage && post.Updated is { } updated && updated.Date > post.Date.Date ? DateView.Of(updated, language) : null,
            Authors = AuthorsOf(settings, post),
            Categories = LinkView.Of(post.Categories),
            Tags = LinkView.Of(post.Tags),
            Cover = content.Cover is null ? Markup.OrNull(content.CoverPlaceholder) : CardView.Ornament(content.Cover, CoverSizes, eager: true),
            Html = new(HeadingLinks.Complete(content.Html, words)),
            Comments = content.Comments ? Markup.OrNull(settings.Comments) : null,
            Newer = NeighbourView.Of(page.Newer, language),
            Older = NeighbourView.Of(page.Older, language),
            IsPage = post.IsPage,
            Words = content.Words,
            Minutes = ReadingTime.Minutes(content.Words, post.Language ?? language),
        };
    }

    private static IReadOnlyList<LinkView> AuthorsOf(SiteSettings settings, PostSummary post) =>
        post.IsPage ? [] : post.Authors.Count == 0 && settings.Author is { } author ? [new(author, null)] : LinkView.Of(post.Authors);
}
