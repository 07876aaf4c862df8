using Blobpress.Publishing.Index;

namespace Blobpress.Publishing.Listing;

/// <summary>
/// Where new files of lists come in the order of writing, the lowest first. Archive pages link to pages below them alone; a
/// category's front page leads to the index of its subcategories, and that to their front pages.
/// </summary>
internal readonly record struct FileOrder(int Level, bool IsFront, int Shortness) : IComparable<FileOrder>
{
    private const int Archives = int.MinValue;

    /// <summary>Of a node's page.</summary>
    public static FileOrder Node(IndexPartition partition, string prefix) =>
        new(partition.Kind == PartitionKind.Terms ? -partition.List.Slugs.Count : Archives, false, -prefix.Length);

    /// <summary>Of a front page.</summary>
    public static FileOrder Front(IndexPartition partition) => new(-partition.List.Slugs.Count, true, 0);

    public int CompareTo(FileOrder other) => (Level, IsFront, Shortness).CompareTo((other.Level, other.IsFront, other.Shortness));
}
