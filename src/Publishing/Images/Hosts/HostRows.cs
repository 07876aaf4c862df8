using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Storage;

namespace Blobpress.Publishing.Images.Hosts;

/// <summary>What is stored of hosts that give no answer: one partition a host, with a row for each image that waits for it.</summary>
internal sealed class HostRows(TableClient table)
{
    private const string CircuitRow = "circuit";
    private const string WaiterRow = "wait~";

    /// <summary>The circuit and its ETag; nulls where it is closed.</summary>
    public async Task<(HostCircuit? Circuit, ETag? ETag)> ReadAsync(string host, CancellationToken cancel)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Partition(host), CircuitRow, cancellationToken: cancel).ConfigureAwait(false);
        return row.HasValue
            ? (JsonSerializer.Deserialize(row.Value!.GetString("Json"), StateJson.Compact.HostCircuit), row.Value.ETag)
            : (null, null);
    }

    /// <summary>Writes a circuit over the one that was read.</summary>
    /// <exception cref="RequestFailedException">404, 409 or 412: somebody wrote or closed it since.</exception>
    public async Task<ETag?> WriteAsync(string host, HostCircuit circuit, ETag? seen, CancellationToken cancel)
    {
        var row = new TableEntity(Partition(host), CircuitRow) { ["Json"] = JsonSerializer.Serialize(circuit, StateJson.Compact.HostCircuit) };
        var response = seen is { } tag
            ? await table.UpdateEntityAsync(row, tag, TableUpdateMode.Replace, cancel).ConfigureAwait(false)
            : await table.AddEntityAsync(row, cancel).ConfigureAwait(false);
        return response.Headers.ETag;
    }

    /// <summary>Closes a circuit, unless somebody wrote it since.</summary>
    public Task CloseAsync(string host, ETag seen, CancellationToken cancel) => DeleteAsync(Partition(host), CircuitRow, seen, cancel);

    /// <summary>Notes that an image waits for a host.</summary>
    public Task AddWaiterAsync(string host, string key, CancellationToken cancel) =>
        table.UpsertEntityAsync(new TableEntity(Partition(host), WaiterRow + ImageRecords.Id(key)) { ["Key"] = key }, TableUpdateMode.Replace, cancel);

    /// <summary>The images that wait for a host, at most <paramref name="most"/>.</summary>
    public async Task<IReadOnlyList<HostWaiter>> ReadWaitersAsync(string host, int most, CancellationToken cancel)
    {
        var waiters = new List<HostWaiter>();
        var (partition, end) = (Partition(host), RowKeys.After(WaiterRow));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {WaiterRow} and RowKey lt {end}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, most, cancellationToken: cancel).ConfigureAwait(false))
        {
            waiters.Add(new(row.GetString("Key"), row.PartitionKey, row.RowKey, row.ETag));
            if (waiters.Count == most)
            {
                break;
            }
        }

        return waiters;
    }

    /// <summary>Strikes one off, unless it was noted again since.</summary>
    public Task RemoveWaiterAsync(HostWaiter waiter, CancellationToken cancel) => DeleteAsync(waiter.Partition, waiter.Row, waiter.Seen, cancel);

    private async Task DeleteAsync(string partition, string row, ETag seen, CancellationToken cancel)
    {
        try
        {
            await table.DeleteEntityAsync(partition, row, seen, cancel).ConfigureAwait(false);
        }
        catch (RequestFailedException error) when (error.IsConflict())
        {
            // It is another one by now, or gone.
        }
    }

    private static string Partition(string host) => "host~" + TableKey.Of(host);
}

/// <summary>An image that waits for a host to answer again.</summary>
/// <param name="Key">The image.</param>
/// <param name="Partition">Where that is noted.</param>
/// <param name="Row">Likewise.</param>
/// <param name="Seen">As read.</param>
internal sealed record HostWaiter(string Key, string Partition, string Row, ETag Seen);
