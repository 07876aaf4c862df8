using System.Text.Json.Serialization;
using Blobpress.Site.Listings;

namespace Blobpress.Publishing.Index;

/// <summary>A post as it is published: what its own page needs is in the content blob, what others show of it is here.</summary>
public sealed record LivePost
{
    /// <summary>The page's blob name.</summary>
    public required string Page { get; init; }

    /// <summary>Blob names of its redirect pages.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Blob names of redirects it asks for that are another post's: its own as soon as that one lets go.</summary>
    public IReadOnlyList<string> Waiting { get; init; } = [];

    /// <summary>Its <see cref="SortKey"/>.</summary>
    public required string Key { get; init; }

    public required PostSummary Summary { get; init; }

    public IReadOnlyList<ListEntry> Lists { get; init; } = [];

    /// <summary>The name of its content blob.</summary>
    public required string Content { get; init; }

    /// <summary>The ETag that writing it gave.</summary>
    public required string ContentETag { get; init; }

    /// <summary>Settings, theme and engine it was made with.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The images it shows.</summary>
    public IReadOnlyList<LiveImage> Images { get; init; } = [];

    /// <summary>What its links name, and where they lead.</summary>
    public IReadOnlyList<LiveLink> Links { get; init; } = [];

    /// <summary>When it is to disappear, or null.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>All that publishing it put anywhere, for taking it away again.</summary>
    [JsonIgnore]
    public Footprint Footprint => new()
    {
        Rows = [.. Lists.Select(entry => new ListRow(entry.List, Key))],
        Leading = Summary.Sticky > 0 ? [SortKey.Leading(Summary.Sticky, Key)] : [],
        Pages = Summary.IsPage ? [Key] : [],
        Paths = [Page, .. Aliases, .. Waiting],
        Contents = [new(Content, ContentETag)],
        Images = [.. Images.Select(image => image.Key)],
        Links = [.. Links.Select(link => link.Reference(Summary.Name).Key).OfType<string>().Distinct()],
    };
}

/// <summary>An image a published post shows.</summary>
/// <param name="Key">Identifies the image.</param>
/// <param name="Hash">The encoded copy that is shown, or null where it is missing.</param>
/// <param name="Missing">True where the image could not be had, even if an earlier copy is shown.</param>
public sealed record LiveImage(string Key, string? Hash, bool Missing)
{
    /// <summary>True for a place where an image that the post names may be as well: nobody waits for it there.</summary>
    public bool Elsewhere { get; init; }
}
