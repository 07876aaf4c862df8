using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Blobpress.Site.Listings;

namespace Blobpress.Publishing.Index;

/// <summary>Reads the rows, nodes and marks of a partition.</summary>
internal sealed class IndexTable(TableClient table)
{
    public TableClient Table => table;

    /// <summary>A node; one of no entries where there is no row.</summary>
    public async Task<IndexNode> ReadNodeAsync(IndexPartition partition, string prefix, CancellationToken cancel)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(partition.Name, NodeKey(partition.Shape, prefix), cancellationToken: cancel).ConfigureAwait(false);
        return row.HasValue ? Node(row.Value!) : new(prefix, 0, partition.Shape.Splits(prefix, 0), null);
    }

    /// <summary>The nodes right below one; among them may be empty ones that wait for their pages' removal.</summary>
    public async Task<IReadOnlyList<IndexNode>> ReadChildrenAsync(IndexPartition partition, string prefix, CancellationToken cancel)
    {
        var from = RowKeys.Node(partition.Shape.Level(prefix) + 1, prefix);
        return [.. (await ListAsync(partition, from, null, null, cancel).ConfigureAwait(false)).Select(Node)];
    }

    /// <summary>All nodes of a partition.</summary>
    public async Task<IReadOnlyList<IndexNode>> ReadNodesAsync(IndexPartition partition, CancellationToken cancel) =>
        [.. (await ListAsync(partition, RowKeys.Nodes, null, null, cancel).ConfigureAwait(false)).Select(Node)];

    public Task<IReadOnlyList<TableEntity>> ReadMarksAsync(IndexPartition partition, CancellationToken cancel) =>
        ListAsync(partition, RowKeys.Marks, null, null, cancel);

    /// <summary>Entries under a prefix in order, at most <paramref name="most"/>.</summary>
    public Task<IReadOnlyList<TableEntity>> ReadEntriesAsync(
        IndexPartition partition, string prefix, int? most, IReadOnlyList<string>? columns, CancellationToken cancel) =>
        ListAsync(partition, RowKeys.Entry(prefix), most, columns, cancel);

    /// <summary>The names of the entries that were made with another style than <paramref name="style"/>, in order.</summary>
    public async IAsyncEnumerable<string> ReadStylesAsync(
        IndexPartition partition, string style, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (from, end) = (RowKeys.Entry(""), RowKeys.After(RowKeys.Entry("")));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition.Name} and RowKey ge {from} and RowKey lt {end}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, null, ["Name", "Style"], cancel).ConfigureAwait(false))
        {
            if (row.GetString("Style") != style)
            {
                yield return row.GetString("Name");
            }
        }
    }

    /// <summary>Some entries in order, with the style that each was made with.</summary>
    /// <param name="partition">The list.</param>
    /// <param name="after">The key of the row before them; null for the first ones.</param>
    /// <param name="most">How many at most: fewer are the last ones.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<IReadOnlyList<(string Key, string Name, string? Style)>> ReadStylesAsync(
        IndexPartition partition, string? after, int most, CancellationToken cancel)
    {
        var (from, end) = (after ?? RowKeys.Entry(""), RowKeys.After(RowKeys.Entry("")));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition.Name} and RowKey gt {from} and RowKey lt {end}");
        var rows = new List<(string, string, string?)>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, most, ["RowKey", "Name", "Style"], cancel).ConfigureAwait(false))
        {
            rows.Add((row.RowKey, row.GetString("Name"), row.GetString("Style")));
            if (rows.Count == most)
            {
                break;
            }
        }

        return rows;
    }

    /// <summary>An entry's row, or null.</summary>
    public async Task<TableEntity?> ReadEntryAsync(IndexPartition partition, string key, CancellationToken cancel)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(partition.Name, RowKeys.Entry(key), cancellationToken: cancel).ConfigureAwait(false);
        return row.HasValue ? row.Value : null;
    }

    /// <summary>True where an entry has a row.</summary>
    public Task<bool> HasEntryAsync(IndexPartition partition, string key, CancellationToken cancel) => HasAsync(partition, RowKeys.Entry(key), cancel);

    /// <summary>True where an entry has its second row.</summary>
    public Task<bool> HasBackwardAsync(IndexPartition partition, string key, CancellationToken cancel) => HasAsync(partition, BackwardKey(key), cancel);

    /// <summary>The key of an entry's second row.</summary>
    public static string BackwardKey(string key) => RowKeys.Backward(SortKey.Ascending(key));

    /// <summary>True where there is a row.</summary>
    public async Task<bool> HasAsync(IndexPartition partition, string rowKey, CancellationToken cancel) =>
        (await table.GetEntityIfExistsAsync<TableEntity>(partition.Name, rowKey, ["RowKey"], cancel).ConfigureAwait(false)).HasValue;

    /// <summary>The first row after <paramref name="rowKey"/> of the same kind (its first letter), or null.</summary>
    public async Task<TableEntity?> NextAsync(IndexPartition partition, string rowKey, CancellationToken cancel)
    {
        var end = RowKeys.After(rowKey[..1]);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition.Name} and RowKey gt {rowKey} and RowKey lt {end}");
        return await FirstAsync(table.QueryAsync<TableEntity>(filter, 1, cancellationToken: cancel)).ConfigureAwait(false);
    }

    public static string NodeKey(TrieShape shape, string prefix) => RowKeys.Node(shape.Level(prefix), prefix);

    private async Task<IReadOnlyList<TableEntity>> ListAsync(
        IndexPartition partition, string prefix, int? most, IReadOnlyList<string>? columns, CancellationToken cancel)
    {
        var end = RowKeys.After(prefix);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition.Name} and RowKey ge {prefix} and RowKey lt {end}");
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, most, columns, cancel).ConfigureAwait(false))
        {
            rows.Add(row);
            if (rows.Count == most)
            {
                break;
            }
        }

        return rows;
    }

    private static async Task<TableEntity?> FirstAsync(AsyncPageable<TableEntity> rows)
    {
        await foreach (var row in rows.ConfigureAwait(false))
        {
            return row;
        }

        return null;
    }

    public static IndexNode Node(TableEntity row) =>
        new(RowKeys.PrefixOf(row.RowKey), row.GetInt32("Count") ?? 0, row.GetBoolean("Split") ?? false, row.ETag) { Wanted = WantedKeys.Of(row.GetBinary("Wanted")) };
}
