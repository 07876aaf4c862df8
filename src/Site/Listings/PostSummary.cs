using Blobpress.Site.Images;

namespace Blobpress.Site.Listings;

/// <summary>What lists, feeds and neighbours show of a published post.</summary>
public sealed record PostSummary
{
    /// <summary>The blob's name in the posts container; unique.</summary>
    public required string Name { get; init; }

    /// <summary>Site-relative, percent-encoded, beginning with a slash: <c>/2022/01/29/harbour/</c>.</summary>
    public required string Url { get; init; }

    public required string Title { get; init; }

    /// <summary>In the site's time zone.</summary>
    public required DateTimeOffset Date { get; init; }

    public DateTimeOffset? Updated { get; init; }

    /// <summary>Plain text, at most 200 characters.</summary>
    public required string Excerpt { get; init; }

    public EncodedImage? Cover { get; init; }

    /// <summary>The innermost category of each path the post is in.</summary>
    public IReadOnlyList<TermLink> Categories { get; init; } = [];

    public IReadOnlyList<TermLink> Tags { get; init; } = [];

    public IReadOnlyList<TermLink> Authors { get; init; } = [];

    public int Sticky { get; init; }

    /// <summary>True for a page at a place of its own, which no list shows.</summary>
    public bool IsPage { get; init; }

    public string? Language { get; init; }
}

/// <summary>A link to a list, an archive page or a term.</summary>
/// <param name="Title">As shown; a nested category as <c>news / local</c>.</param>
/// <param name="Url">Site-relative and percent-encoded.</param>
public sealed record TermLink(string Title, string Url);

/// <summary>A link to a post.</summary>
public sealed record PostLink(string Title, string Url, DateTimeOffset Date);
