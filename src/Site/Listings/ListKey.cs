using System.Text.Json.Serialization;

namespace Blobpress.Site.Listings;

/// <summary>Identifies a list of posts.</summary>
/// <param name="Kind">What the list gathers.</param>
/// <param name="Slugs">The way to it from the outside in: empty for all posts, one slug for a tag or an author, one or more for a category.</param>
public sealed record ListKey(ListKind Kind, IReadOnlyList<string> Slugs)
{
    /// <summary>The list of all posts, whose front page is the home page.</summary>
    public static ListKey All { get; } = new(ListKind.All, []);

    /// <summary>The partition of the index that holds the list; unique, since slugs have no bar.</summary>
    [JsonIgnore]
    public string Partition => string.Join('|', [Kind.ToString().ToLowerInvariant(), .. Slugs]);

    public bool Equals(ListKey? other) => other is not null && Partition == other.Partition;

    public override int GetHashCode() => Partition.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Partition;
}

/// <summary>A post's place in a list.</summary>
/// <param name="List">The list.</param>
/// <param name="Names">The list's names as this post spells them, one for each slug.</param>
public sealed record ListEntry(ListKey List, IReadOnlyList<string> Names);
