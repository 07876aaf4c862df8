using Azure;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Blobpress.Publishing.Diagnostics;
using Blobpress.Publishing.Storage;

namespace Blobpress.Publishing.Index;

/// <summary>
/// What the lists are still to be told of. A row says which post; the queue's message only wakes the listing publisher
/// up. A thousand changes are so many rows, taken a hundred in one query, and a post that changes twice is one row.
/// </summary>
public sealed class PendingChanges(TableClient lists, QueueClient changed)
{
    private const string Partition = "pending";
    private const string NameColumn = "Name";

    /// <summary>Notes a change and wakes the listing publisher.</summary>
    public async Task AddAsync(string name, CancellationToken cancel)
    {
        await lists.UpsertEntityAsync(NamedRow.Of(Partition, TableKey.Of(name), NameColumn, name), TableUpdateMode.Replace, cancel).ConfigureAwait(false);
        await changed.SendMessageAsync(Telemetry.Traceparent ?? "changed", cancel).ConfigureAwait(false);
    }

    /// <summary>Some of the changes, at most <paramref name="most"/>.</summary>
    public async Task<IReadOnlyList<PendingChange>> ReadAsync(int most, CancellationToken cancel)
    {
        var changes = new List<PendingChange>();
        await foreach (var row in lists.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), most, cancellationToken: cancel).ConfigureAwait(false))
        {
            changes.Add(new(NamedRow.NameIn(row, row.RowKey, NameColumn), row.ETag));
            if (changes.Count == most)
            {
                break;
            }
        }

        return changes;
    }

    /// <summary>Strikes a change off unless it came again since it was read.</summary>
    public async Task RemoveAsync(PendingChange change, CancellationToken cancel)
    {
        try
        {
            await lists.DeleteEntityAsync(Partition, TableKey.Of(change.Name), change.ETag, cancel).ConfigureAwait(false);
        }
        catch (RequestFailedException error) when (error.Status is 404 or 412)
        {
            // It came again and will be read again.
        }
    }
}

/// <summary>A change that the lists are to be told of.</summary>
/// <param name="Name">The post's name; or that of the site, or of a list.</param>
/// <param name="ETag">As read.</param>
public sealed record PendingChange(string Name, ETag ETag)
{
    /// <summary>Stands for the pages that are there even in an empty site.</summary>
    public const string Site = "//site";

    // No source's name has an empty segment before its first one.
    private const string ListPrefix = "//list/";

    /// <summary>The partition whose marked pages are to be written, where it is that; else null.</summary>
    internal string? Partition => Name.StartsWith(ListPrefix, StringComparison.Ordinal) ? Name[ListPrefix.Length..] : null;

    /// <summary>True where it is about a post.</summary>
    public bool IsPost => !Name.StartsWith("//", StringComparison.Ordinal);

    /// <summary>Stands for the marked pages of a partition.</summary>
    internal static string NameOf(IndexPartition partition) => ListPrefix + partition.Name;
}
