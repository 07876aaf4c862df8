using Azure;
using Azure.Data.Tables;

namespace Blobpress.StorageDouble.Tests.Conformance;

public abstract class TransactionTests(StorageBackend backend)
{
    private static CancellationToken Cancel => StorageBackend.Cancel;

    [Fact]
    public async Task All_kinds_of_change_go_together()
    {
        var table = await backend.NewTableAsync();
        var etag = (await table.AddEntityAsync(Row("old"), Cancel)).Headers.ETag!.Value;
        await table.AddEntityAsync(Row("gone"), Cancel);

        var result = await table.SubmitTransactionAsync(
            [
                new(TableTransactionActionType.Add, Row("new's 文")),
                new(TableTransactionActionType.UpdateReplace, Row("old"), etag),
                new(TableTransactionActionType.UpsertMerge, Row("merged")),
                new(TableTransactionActionType.UpsertReplace, Row("replaced")),
                new(TableTransactionActionType.Delete, Row("gone"), ETag.All),
            ],
            Cancel);

        Assert.All(result.Value, answer => Assert.Equal(204, answer.Status));
        Assert.Equal("merged new's 文 old replaced", await KeysAsync(table));
        TableEntity old = await table.GetEntityAsync<TableEntity>("p", "old", cancellationToken: Cancel);
        Assert.Equal(old.ETag, result.Value[1].Headers.ETag);
    }

    [Fact]
    public async Task One_refusal_undoes_all()
    {
        var table = await backend.NewTableAsync();
        var etag = (await table.AddEntityAsync(Row("a"), Cancel)).Headers.ETag!.Value;

        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [
                new(TableTransactionActionType.Delete, Row("a"), ETag.All),
                new(TableTransactionActionType.Add, Row("b")),
                new(TableTransactionActionType.UpdateReplace, Row("c"), new ETag("W/\"datetime'2020-01-01T00%3A00%3A00.0000000Z'\"")),
            ],
            Cancel));

        Assert.Equal((404, "ResourceNotFound", 2), (refused.Status, refused.ErrorCode, refused.FailedTransactionActionIndex));
        Assert.Equal("a", await KeysAsync(table));
        Assert.Equal(etag, (await table.GetEntityAsync<TableEntity>("p", "a", cancellationToken: Cancel)).Value.ETag);
    }

    [Fact]
    public async Task A_stale_ETag_and_a_second_insert_are_named()
    {
        var table = await backend.NewTableAsync();
        var etag = (await table.AddEntityAsync(Row("a"), Cancel)).Headers.ETag!.Value;
        await table.UpsertEntityAsync(Row("a"), TableUpdateMode.Replace, Cancel);
        await Refused(table, 412, "UpdateConditionNotSatisfied", new(TableTransactionActionType.Add, Row("b")), new(TableTransactionActionType.UpdateReplace, Row("a"), etag));
        await Refused(table, 409, "EntityAlreadyExists", new(TableTransactionActionType.Add, Row("b")), new(TableTransactionActionType.Add, Row("a")));
        Assert.Equal("a", await KeysAsync(table));
    }

    [Fact]
    public async Task A_row_goes_in_once()
    {
        var table = await backend.NewTableAsync();
        await Refused(table, 400, "InvalidDuplicateRow", new(TableTransactionActionType.UpsertReplace, Row("a")), new(TableTransactionActionType.UpsertReplace, Row("a")));
        Assert.Equal("", await KeysAsync(table));
    }

    private static async Task Refused(TableClient table, int status, string code, params TableTransactionAction[] changes)
    {
        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(changes, Cancel));
        Assert.Equal((status, code), (refused.Status, refused.ErrorCode));
    }

    private static TableEntity Row(string key) => new("p", key) { ["Text"] = "zwei\r\n\r\nZeilen 破获" };

    private static async Task<string> KeysAsync(TableClient table) =>
        string.Join(' ', await table.QueryAsync<TableEntity>(cancellationToken: Cancel).Select(row => row.RowKey).ToListAsync(Cancel));
}
