using Azure.Data.Tables;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Urls;

namespace Blobpress.Publishing.Listing;

/// <summary>A file of a partition to write, and how it is made.</summary>
internal sealed record FileJob(SitePath Path, Func<Task<FileContent>> Make);

/// <summary>What the marks of a partition ask for: files to write, files to remove, and what of the index to clear after it.</summary>
internal sealed class PartitionPlan(IndexPartition partition, IReadOnlyList<TableEntity> marks)
{
    private readonly Dictionary<string, FileJob> _jobs = [];
    private readonly Dictionary<string, SitePath> _removals = [];
    private readonly Dictionary<string, TableEntity> _clear = marks.ToDictionary(mark => mark.RowKey);

    public IndexPartition Partition => partition;

    public IReadOnlyCollection<FileJob> Jobs => _jobs.Values;

    public IEnumerable<SitePath> Removals => _removals.Values.Where(path => !_jobs.ContainsKey(path.Blob));

    /// <summary>The marks as they were read and the nodes that are empty.</summary>
    public IReadOnlyCollection<TableEntity> Clear => _clear.Values;

    /// <summary>URLs that were written.</summary>
    public List<string> Written { get; } = [];

    public void Write(SitePath path, Func<Task<FileContent>> make) => _jobs[path.Blob] = new(path, make);

    public void Remove(SitePath path) => _removals[path.Blob] = path;

    public void ClearNode(IndexNode node)
    {
        if (node.ETag is { } tag)
        {
            var key = IndexTable.NodeKey(partition.Shape, node.Prefix);
            _clear[key] = new TableEntity(partition.Name, key) { ETag = tag };
        }
    }
}
