using Blobpress.Site.Listings;

namespace Blobpress.Publishing.Index;

/// <summary>One ordered set of entries that is published as pages: a list of posts, an index of terms, the sitemap.</summary>
/// <param name="Name">The partition in the lists table.</param>
/// <param name="Shape">How its pages split.</param>
/// <param name="Kind">What its pages are.</param>
/// <param name="List">The list it is, or whose subcategories it indexes.</param>
public sealed record IndexPartition(string Name, TrieShape Shape, PartitionKind Kind, ListKey List)
{
    /// <summary>True where the next newer entry is asked for, which takes a second row in the opposite order.</summary>
    public bool BothWays => Kind == PartitionKind.Posts && List == ListKey.All;

    /// <summary>The partition of a name; null for one that holds something else.</summary>
    public static IndexPartition? Parse(string name, int archivePage)
    {
        const string Terms = "terms|";
        if (new[] { Sitemap, Sticky }.FirstOrDefault(partition => partition.Name == name) is { } known)
        {
            return known;
        }

        var ofTerms = name.StartsWith(Terms, StringComparison.Ordinal);
        return ListKey.OfPartition(ofTerms ? name[Terms.Length..] : name) is not { } list ? null : ofTerms ? TermsBelow(list) : Posts(list, archivePage);
    }

    /// <summary>Its kind and folder, as the metadata of its pages have them, in ASCII.</summary>
    public string Lists => Uri.EscapeDataString((List with { Slugs = [] }).Partition);

    public bool Equals(IndexPartition? other) => other is not null && Name == other.Name;

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <summary>The posts of a list.</summary>
    public static IndexPartition Posts(ListKey list, int archivePage) =>
        new(list.Partition, TrieShape.Archive(archivePage), PartitionKind.Posts, list);

    /// <summary>The index that a list is a term of: all tags, all authors, the subcategories of its parent.</summary>
    public static IndexPartition Terms(ListKey list) => TermsBelow(list with { Slugs = [.. list.Slugs.SkipLast(1)] });

    /// <summary>The index of a list's subcategories; of a kind's outermost terms where <paramref name="parent"/> has no slugs.</summary>
    public static IndexPartition TermsBelow(ListKey parent) => new("terms|" + parent.Partition, TrieShape.Terms, PartitionKind.Terms, parent);

    /// <summary>Every post's URL, for crawlers.</summary>
    public static IndexPartition Sitemap { get; } = new("sitemap", TrieShape.Sitemap, PartitionKind.Sitemap, ListKey.All);

    /// <summary>The posts that lead the home page.</summary>
    public static IndexPartition Sticky { get; } = new("sticky", TrieShape.Flat, PartitionKind.Sticky, ListKey.All);
}

/// <summary>What the pages of a partition are.</summary>
public enum PartitionKind
{
    Posts,
    Terms,
    Sitemap,
    Sticky,
}
