using Azure;
using Azure.Data.Tables;

namespace Blobpress.StorageDouble.Tests.Conformance;

public abstract class EntityTests(StorageBackend backend)
{
    private static CancellationToken Cancel => StorageBackend.Cancel;

    [Fact]
    public async Task Values_of_all_types_come_back_as_they_were_put()
    {
        var table = await backend.NewTableAsync();
        var time = new DateTimeOffset(2022, 1, 29, 23, 57, 28, 123, TimeSpan.Zero);
        var id = Guid.Parse("00000000-0000-0000-0000-00000000000a");
        await table.AddEntityAsync(
            new TableEntity("p", "r")
            {
                ["Text"] = "破获 'x' \"y\" \n",
                ["Yes"] = true,
                ["Int"] = 7,
                ["Long"] = 1L << 40,
                ["Real"] = 2.0,
                ["Time"] = time,
                ["Id"] = id,
                ["Bytes"] = new byte[] { 1, 2 },
                ["None"] = null,
            },
            Cancel);

        TableEntity read = await table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancel);

        Assert.Equal("破获 'x' \"y\" \n", read["Text"]);
        Assert.Equal((true, 7, 1L << 40, 2.0), (read["Yes"], read["Int"], read["Long"], read["Real"]));
        Assert.Equal((time, id), (read["Time"], read["Id"]));
        Assert.Equal(new byte[] { 1, 2 }, read.GetBinary("Bytes"));
        Assert.Null(read["None"]);
        Assert.NotNull(read.Timestamp);
    }

    [Fact]
    public async Task Keys_may_hold_quotes_blanks_and_any_script()
    {
        var table = await backend.NewTableAsync();
        var key = "it's 100% 新媒体 & (a,b)+=";
        await table.AddEntityAsync(new TableEntity(key, key) { ["X"] = 1 }, Cancel);
        TableEntity read = await table.GetEntityAsync<TableEntity>(key, key, cancellationToken: Cancel);
        Assert.Equal((key, key), (read.PartitionKey, read.RowKey));
        await table.DeleteEntityAsync(key, key, cancellationToken: Cancel);
    }

    [Fact]
    public async Task An_insert_is_refused_where_there_is_one()
    {
        var table = await backend.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"), Cancel);
        await Refusal.ExpectAsync(409, "EntityAlreadyExists", () => table.AddEntityAsync(new TableEntity("p", "r"), Cancel));
    }

    [Fact]
    public async Task Upserts_make_merge_and_replace()
    {
        var table = await backend.NewTableAsync();
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 1 }, TableUpdateMode.Merge, Cancel);
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["B"] = 2 }, TableUpdateMode.Merge, Cancel);
        TableEntity merged = await table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancel);
        Assert.Equal((1, 2), (merged["A"], merged["B"]));

        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["C"] = 3 }, TableUpdateMode.Replace, Cancel);
        TableEntity replaced = await table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancel);
        Assert.Equal((null, 3), (replaced["A"], replaced["C"]));
    }

    [Fact]
    public async Task An_update_wants_its_ETag()
    {
        var table = await backend.NewTableAsync();
        var first = (await table.AddEntityAsync(new TableEntity("p", "r"), Cancel)).Headers.ETag!.Value;
        var second = (await table.UpdateEntityAsync(new TableEntity("p", "r"), first, TableUpdateMode.Replace, Cancel)).Headers.ETag!.Value;
        Assert.NotEqual(first, second);
        await Refusal.ExpectAsync(412, "UpdateConditionNotSatisfied", () => table.UpdateEntityAsync(new TableEntity("p", "r"), first, TableUpdateMode.Replace, Cancel));
        await table.UpdateEntityAsync(new TableEntity("p", "r"), ETag.All, TableUpdateMode.Merge, Cancel);
        await Refusal.ExpectAsync(404, "ResourceNotFound", () => table.UpdateEntityAsync(new TableEntity("p", "s"), ETag.All, TableUpdateMode.Merge, Cancel));
    }

    [Fact]
    public async Task The_ETag_of_a_write_is_the_one_read()
    {
        var table = await backend.NewTableAsync();
        var written = (await table.AddEntityAsync(new TableEntity("p", "r"), Cancel)).Headers.ETag!.Value;
        TableEntity read = await table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancel);
        Assert.Equal(written, read.ETag);
    }

    [Fact]
    public async Task A_delete_wants_its_ETag_or_takes_any()
    {
        var table = await backend.NewTableAsync();
        var first = (await table.AddEntityAsync(new TableEntity("p", "r"), Cancel)).Headers.ETag!.Value;
        await table.UpsertEntityAsync(new TableEntity("p", "r"), TableUpdateMode.Replace, Cancel);
        await Refusal.ExpectAsync(412, "UpdateConditionNotSatisfied", () => table.DeleteEntityAsync("p", "r", first, Cancel));
        Assert.Equal(204, (await table.DeleteEntityAsync("p", "r", ETag.All, Cancel)).Status);
        Assert.Equal(404, (await table.DeleteEntityAsync("p", "r", ETag.All, Cancel)).Status);
    }

    [Fact]
    public async Task A_point_read_gives_the_chosen_properties()
    {
        var table = await backend.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 2 }, Cancel);
        TableEntity read = await table.GetEntityAsync<TableEntity>("p", "r", ["B"], Cancel);
        Assert.Equal((null, 2), (read["A"], read["B"]));
        Assert.False((await table.GetEntityIfExistsAsync<TableEntity>("p", "none", cancellationToken: Cancel)).HasValue);
    }

    [Fact]
    public async Task Missing_rows_and_tables_are_told_apart()
    {
        var table = await backend.NewTableAsync();
        await Refusal.ExpectAsync(404, "ResourceNotFound", () => table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancel));
        var missing = backend.Tables.GetTableClient(StorageBackend.NewName());
        await Refusal.ExpectAsync(404, "TableNotFound", () => missing.AddEntityAsync(new TableEntity("p", "r"), Cancel));
        await Refusal.ExpectAsync(409, "TableAlreadyExists", () => table.CreateAsync(Cancel));
        await table.CreateIfNotExistsAsync(Cancel);
    }

    [Fact]
    public async Task A_value_over_64_KiB_is_refused()
    {
        var table = await backend.NewTableAsync();
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["X"] = new string('x', 32 * 1024) }, TableUpdateMode.Replace, Cancel);
        await Refusal.ExpectAsync(
            400,
            "PropertyValueTooLarge",
            () => table.UpsertEntityAsync(new TableEntity("p", "r") { ["X"] = new string('x', (32 * 1024) + 1) }, TableUpdateMode.Replace, Cancel));
    }
}
