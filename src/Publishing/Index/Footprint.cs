using Blobpress.Site.Listings;

namespace Blobpress.Publishing.Index;

/// <summary>A row of a list.</summary>
public sealed record ListRow(ListKey List, string Key);

/// <summary>A content as it was written once.</summary>
/// <param name="Name">The blob's name.</param>
/// <param name="ETag">Of that writing: the same content written again has another, and is not removed with this one.</param>
public sealed record StoredContent(string Name, string ETag);

/// <summary>Everything that one post may have put into lists, <c>$web</c> and the private containers.</summary>
public sealed record Footprint
{
    public static Footprint Empty { get; } = new();

    public IReadOnlyList<ListRow> Rows { get; init; } = [];

    /// <summary>Keys among the posts that lead the home page.</summary>
    public IReadOnlyList<string> Leading { get; init; } = [];

    /// <summary>Keys of pages in the sitemap; those of posts are in the list of all posts.</summary>
    public IReadOnlyList<string> Pages { get; init; } = [];

    public IReadOnlyList<string> Paths { get; init; } = [];

    public IReadOnlyList<StoredContent> Contents { get; init; } = [];

    public IReadOnlyList<string> Images { get; init; } = [];

    /// <summary>What its links name.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsEmpty => Rows.Count + Leading.Count + Pages.Count + Paths.Count + Contents.Count + Images.Count + Links.Count == 0;

    /// <summary>What is in either.</summary>
    public Footprint And(Footprint other) => new()
    {
        Rows = [.. Rows.Union(other.Rows)],
        Leading = [.. Leading.Union(other.Leading)],
        Pages = [.. Pages.Union(other.Pages)],
        Paths = [.. Paths.Union(other.Paths)],
        Contents = [.. Contents.Union(other.Contents)],
        Images = [.. Images.Union(other.Images)],
        Links = [.. Links.Union(other.Links)],
    };

    /// <summary>What is in this and not in the other; of contents the names count.</summary>
    public Footprint Without(Footprint other) => new()
    {
        Rows = [.. Rows.Except(other.Rows)],
        Leading = [.. Leading.Except(other.Leading)],
        Pages = [.. Pages.Except(other.Pages)],
        Paths = [.. Paths.Except(other.Paths)],
        Contents = [.. Contents.ExceptBy(other.Contents.Select(content => content.Name), content => content.Name)],
        Images = [.. Images.Except(other.Images)],
        Links = [.. Links.Except(other.Links)],
    };
}
