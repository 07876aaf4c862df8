using System.Text.Json.Serialization;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Listings;

/// <summary>Identifies a list of posts.</summary>
/// <param name="Kind">What the list gathers.</param>
/// <param name="Slugs">The way to it from the outside in: empty for all posts, one slug for a tag or an author, one or more for a category.</param>
public sealed record ListKey(ListKind Kind, IReadOnlyList<string> Slugs)
{
    /// <summary>The list of all posts, whose front page is the home page.</summary>
    public static ListKey All { get; } = new(ListKind.All, []);

    /// <summary>The folder that lists of this kind lie in; null for the usual one. A list that moves is another list, and the one that was there loses its posts.</summary>
    public string? Root { get; init; }

    /// <summary>The list of a kind and way, in the folder that a site has for it.</summary>
    public static ListKey Of(ListKind kind, IReadOnlyList<string> slugs, SiteSettings settings) => new(kind, slugs) { Root = RootOf(kind, settings.Lists.Paths) };

    /// <summary>The list whose archive pages are those of all posts.</summary>
    public static ListKey ArchiveOf(SiteSettings settings) =>
        RootOf(ListKind.Archive, settings.Lists.Paths) is { } root ? new(ListKind.Archive, []) { Root = root } : All;

    /// <summary>True where a site has its lists of this kind in this list's folder, and so writes its pages.</summary>
    public bool IsIn(SiteSettings settings) => Root == RootOf(Kind, settings.Lists.Paths) && (Kind != ListKind.Archive || Root is not null);

    /// <summary>The partition of the index that holds the list; unique, since slugs have no bar.</summary>
    [JsonIgnore]
    public string Partition => string.Join('|', [Kind.ToString().ToLowerInvariant() + (Root is null ? "" : "@" + Root.Replace('/', '~')), .. Slugs]);

    /// <summary>The list of a partition's name; null where there is no such kind.</summary>
    public static ListKey? OfPartition(string name)
    {
        var parts = name.Split('|');
        var at = parts[0].IndexOf('@', StringComparison.Ordinal);
        if (!Enum.TryParse<ListKind>(at < 0 ? parts[0] : parts[0][..at], ignoreCase: true, out var kind)) return null;
        return new(kind, parts[1..]) { Root = at < 0 ? null : parts[0][(at + 1)..].Replace('~', '/') };
    }

    private static string? RootOf(ListKind kind, ListPaths paths)
    {
        var (root, usual) = kind switch
        {
            ListKind.Category => (paths.Categories, ListPaths.Default.Categories),
            ListKind.Tag => (paths.Tags, ListPaths.Default.Tags),
            ListKind.Author => (paths.Authors, ListPaths.Default.Authors),
            ListKind.Archive => (paths.Archives, ListPaths.Default.Archives),
            _ => ("", ""),
        };
        return root == usual ? null : root;
    }

    public bool Equals(ListKey? other) => other is not null && Partition == other.Partition;

    public override int GetHashCode() => Partition.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Partition;
}

/// <summary>A post's place in a list.</summary>
/// <param name="List">The list.</param>
/// <param name="Names">The list's names as this post spells them, one for each slug.</param>
public sealed record ListEntry(ListKey List, IReadOnlyList<string> Names);
