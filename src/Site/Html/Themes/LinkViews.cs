using Blobpress.Site.Listings;

namespace Blobpress.Site.Html.Themes;

/// <summary>A link as templates see it; <paramref name="Url"/> is null for an author without a page.</summary>
internal sealed record LinkView(string Title, string? Url)
{
    public static IReadOnlyList<LinkView> Of(IEnumerable<TermLink> links) => [.. links.Select(link => new LinkView(link.Title, link.Url))];
}

/// <summary>An entry of the site's menu.</summary>
internal sealed record MenuView(string Title, string Url, bool Current);

/// <summary>A feed: its format's name, the title readers file it under, its URL and media type.</summary>
internal sealed record FeedLink(string Name, string Title, string Url, string Type);

/// <summary>A link to the post before or after.</summary>
internal sealed record NeighbourView(string Title, string Url, DateView Date)
{
    public static NeighbourView? Of(PostLink? link, string language) =>
        link is null ? null : new(link.Title, link.Url, DateView.Of(link.Date, language));
}

/// <summary>A date: in full, without its year, and for machines (RFC 3339).</summary>
internal sealed record DateView(string Text, string Short, string Iso)
{
    public static DateView Of(DateTimeOffset date, string language) =>
        new(DateText.Day(date, language), DateText.DayOfYear(date, language), DateText.Iso(date));
}
