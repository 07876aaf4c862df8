using System.Globalization;
using Azure.Data.Tables;
using Blobpress.StorageDouble.Tests.Conformance;

namespace Blobpress.StorageDouble.Tests;

/// <summary>Limits of transactions that Azure documents and Azurite does not keep (or answers out of form).</summary>
public sealed class TransactionLimitTests
{
    private readonly DoubleBackend backend = new();

    private static CancellationToken Cancel => StorageBackend.Cancel;

    [Fact]
    public async Task Another_partition_is_refused()
    {
        var table = await backend.NewTableAsync();
        await Refused(
            table,
            400,
            "CommandsInBatchActOnDifferentPartitions",
            new(TableTransactionActionType.Add, new TableEntity("p", "a")),
            new(TableTransactionActionType.Add, new TableEntity("q", "a")));
        Assert.Equal(0, await table.QueryAsync<TableEntity>(cancellationToken: Cancel).CountAsync(Cancel));
    }

    [Fact]
    public async Task At_most_100_changes_go_together()
    {
        var table = await backend.NewTableAsync();
        var changes = Enumerable.Range(0, 101)
            .Select(number => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", number.ToString(CultureInfo.InvariantCulture)))).ToArray();
        await Refused(table, 400, "InvalidInput", changes);
        await table.SubmitTransactionAsync(changes[..100], Cancel);
        Assert.Equal(100, await table.QueryAsync<TableEntity>(cancellationToken: Cancel).CountAsync(Cancel));
    }

    private static async Task Refused(TableClient table, int status, string code, params TableTransactionAction[] changes)
    {
        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(changes, Cancel));
        Assert.Equal((status, code), (refused.Status, refused.ErrorCode));
    }
}
