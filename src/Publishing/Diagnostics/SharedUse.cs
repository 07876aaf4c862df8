using Azure;
using Azure.Data.Tables;

namespace Blobpress.Publishing.Diagnostics;

/// <summary>Where instances tell each other what they used: each has a row of its own for an hour, so none waits for another.</summary>
internal sealed class SharedUse(TableClient table)
{
    private const string Partition = "budget";

    private readonly string _instance = Guid.NewGuid().ToString("N");

    /// <summary>Tells what this instance used in an hour.</summary>
    /// <returns>What all of them used in it.</returns>
    public async Task<HourUse> TellAsync(HourUse own, CancellationToken cancel)
    {
        var row = new TableEntity(Partition, $"{own.Key}~{_instance}") { ["Invocations"] = own.Invocations, ["Bytes"] = own.Bytes };
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancel).ConfigureAwait(false);
        var total = new HourUse(own.Hour, 0, 0);
        await foreach (var used in table.QueryAsync<TableEntity>(entity => entity.PartitionKey == Partition, cancellationToken: cancel).ConfigureAwait(false))
        {
            if (used.RowKey.StartsWith(own.Key, StringComparison.Ordinal))
            {
                total = total with { Invocations = total.Invocations + (used.GetInt64("Invocations") ?? 0), Bytes = total.Bytes + (used.GetInt64("Bytes") ?? 0) };
            }
            else if (string.CompareOrdinal(used.RowKey, own.Key) < 0)
            {
                await table.DeleteEntityAsync(Partition, used.RowKey, ETag.All, cancel).ConfigureAwait(false);
            }
        }

        return total;
    }
}
