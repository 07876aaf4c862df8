using Azure;
using Azure.Data.Tables;
using Blobpress.Local.Azurite;

namespace Blobpress.Local.Tests.Azurite;

/// <summary>The same table, after the same edits, in an Azurite as it is and in one that queries by partition.</summary>
public sealed class TwinTables : IAsyncLifetime
{
    private static readonly string[] Partitions = ["all", "ALL", "tag|it's", "tag|''", "öl", "海", "\U0001F6A2", "\uffee", "10", "9", "1e1", "09"];

    private static readonly string[] Rows = ["p1", "p10", "p2", "P3", "it's", "'", "ü", "海", "\U0001F6A2", "\uffee", "10", "9", "1e1", "09"];

    private AzuriteProcess? _plain;
    private AzuriteProcess? _improved;

    public TableClient Plain => new(_plain!.ConnectionString, "twins");

    public TableClient Improved => new(_improved!.ConnectionString, "twins");

    public async ValueTask InitializeAsync()
    {
        _plain = await AzuriteProcess.StartAsync(new AzuriteSettings { QueriesByPartition = false });
        _improved = await AzuriteProcess.StartAsync(new AzuriteSettings());
        await FillAsync(Plain);
        await FillAsync(Improved);
    }

    public async ValueTask DisposeAsync()
    {
        await _plain!.DisposeAsync();
        await _improved!.DisposeAsync();
    }

    private static async Task FillAsync(TableClient table)
    {
        await table.CreateAsync();
        foreach (var row in Rows)
        {
            foreach (var partition in Partitions)
            {
                await table.AddEntityAsync(Entity(partition, row, "added"));
            }
        }

        foreach (var partition in Partitions)
        {
            await table.DeleteEntityAsync(partition, "p10", ETag.All);
            await table.UpsertEntityAsync(Entity(partition, "p2", "replaced"), TableUpdateMode.Replace);
            await table.UpdateEntityAsync(new TableEntity(partition, "P3") { ["Merged"] = "merged" }, ETag.All);
            await table.SubmitTransactionAsync([new(TableTransactionActionType.Add, Entity(partition, "p4", "added")), new(TableTransactionActionType.Delete, Entity(partition, "9", ""), ETag.All)]);
            await FailAsync(table, partition);
        }
    }

    // The last action fails, and nothing of the others stays.
    private static async Task FailAsync(TableClient table, string partition)
    {
        TableTransactionAction[] actions =
        [
            new(TableTransactionActionType.Add, Entity(partition, "p5", "never")),
            new(TableTransactionActionType.UpdateReplace, Entity(partition, "p1", "never"), ETag.All),
            new(TableTransactionActionType.Delete, Entity(partition, "10", ""), ETag.All),
            new(TableTransactionActionType.Add, Entity(partition, "p2", "never")),
        ];
        await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(actions));
    }

    private static TableEntity Entity(string partition, string row, string text) => new(partition, row) { ["Text"] = text };
}
