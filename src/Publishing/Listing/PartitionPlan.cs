using Azure.Data.Tables;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Urls;

namespace Blobpress.Publishing.Listing;

/// <summary>Files of a partition that are made of the same rows, in the order in which they are to be written.</summary>
/// <param name="Paths">At least one.</param>
/// <param name="Order">Among files that are new: those they link to come before them.</param>
/// <param name="Make">Makes one content for each path.</param>
/// <param name="MakeBare">Makes them without links to other lists; null where they never have any.</param>
internal sealed record FileJob(
    IReadOnlyList<SitePath> Paths, FileOrder Order, Func<Task<IReadOnlyList<FileContent>>> Make, Func<Task<IReadOnlyList<FileContent>>>? MakeBare = null);

/// <summary>What the marks of a partition ask for: files to write, files to remove, and what of the index to clear after it.</summary>
internal sealed class PartitionPlan(IndexPartition partition, IReadOnlyList<TableEntity> marks)
{
    private readonly Dictionary<string, FileJob> _jobs = [];
    private readonly HashSet<string> _written = [];
    private readonly Dictionary<string, SitePath> _removals = [];
    private readonly HashSet<string> _gone = [];
    private readonly Dictionary<string, TableEntity> _clear = marks.ToDictionary(mark => mark.RowKey);

    public IndexPartition Partition => partition;

    public IReadOnlyCollection<FileJob> Jobs => [.. _jobs.Where(job => !_gone.Contains(job.Key)).Select(job => job.Value)];

    public IEnumerable<SitePath> Removals => _removals.Values.Where(path => !_written.Contains(path.Blob) || _gone.Contains(path.Blob));

    /// <summary>The marks as they were read and the nodes that are empty.</summary>
    public IReadOnlyCollection<TableEntity> Clear => _clear.Values;

    /// <summary>URLs that were written.</summary>
    public List<string> Written { get; } = [];

    public void Write(FileJob job)
    {
        _jobs[job.Paths[0].Blob] = job;
        _written.UnionWith(job.Paths.Select(path => path.Blob));
    }

    public void Remove(SitePath path) => _removals[path.Blob] = path;

    /// <summary>Removes a page even where a mark from before a merge would have it written.</summary>
    public void RemoveMerged(SitePath path)
    {
        _gone.Add(path.Blob);
        Remove(path);
    }

    public void ClearNode(IndexNode node)
    {
        if (node.ETag is { } tag)
        {
            var key = IndexTable.NodeKey(partition.Shape, node.Prefix);
            _clear[key] = new TableEntity(partition.Name, key) { ETag = tag };
        }
    }
}
