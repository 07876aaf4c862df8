using System.Globalization;
using Azure.Data.Tables;

namespace Blobpress.StorageDouble.Tests.Conformance;

public abstract class EntityQueryTests(StorageBackend backend)
{
    private static CancellationToken Cancel => StorageBackend.Cancel;

    [Theory]
    [InlineData("PartitionKey eq 'a'", "a1 a2 a3")]
    [InlineData("PartitionKey eq 'a' and RowKey ge '2'", "a2 a3")]
    [InlineData("PartitionKey eq 'a' and RowKey gt '1' and RowKey lt '3'", "a2")]
    [InlineData("PartitionKey gt 'a'", "b1 b2 b3")]
    [InlineData("PartitionKey ge 'a' and PartitionKey lt 'b'", "a1 a2 a3")]
    [InlineData("RowKey eq '1' or RowKey eq '3'", "a1 a3 b1 b3")]
    [InlineData("PartitionKey eq 'b' and (RowKey eq '1' or RowKey eq '3')", "b1 b3")]
    [InlineData("Number gt 1 and Number le 3", "a2 a3 b2 b3")]
    [InlineData("Number ne 2", "a1 a3 b1 b3")]
    [InlineData("Big eq 10000000002L", "a2 b2")]
    [InlineData("Odd eq true", "a1 a3 b1 b3")]
    [InlineData("not (Odd eq true)", "a2 b2")]
    [InlineData("Text eq 'it''s 2'", "a2 b2")]
    [InlineData("Time ge datetime'2026-01-02T00:00:00Z' and Time lt datetime'2026-01-03T00:00:00Z'", "a2 b2")]
    [InlineData("PartitionKey eq 'a' and RowKey lt '1'", "")]
    [InlineData("(PartitionKey eq 'a') and (RowKey le '2')", "a1 a2")]
    public async Task A_filter_finds(string filter, string expected)
    {
        var table = await FillAsync();
        var found = await table.QueryAsync<TableEntity>(filter, cancellationToken: Cancel).Select(row => row.PartitionKey + row.RowKey).ToListAsync(Cancel);
        Assert.Equal(expected, string.Join(' ', found));
    }

    [Fact]
    public async Task A_filter_written_as_an_expression_finds_too()
    {
        var table = await FillAsync();
        var found = await table.QueryAsync<TableEntity>(row => row.PartitionKey == "a" && row.RowKey.CompareTo("2") >= 0, cancellationToken: Cancel).CountAsync(Cancel);
        Assert.Equal(2, found);
    }

    [Fact]
    public async Task Pages_have_the_size_asked_for_and_go_on_where_they_ended()
    {
        var table = await FillAsync();
        var pages = new List<string>();
        await foreach (var page in table.QueryAsync<TableEntity>(maxPerPage: 4, cancellationToken: Cancel).AsPages())
        {
            pages.Add(string.Join(' ', page.Values.Select(row => row.PartitionKey + row.RowKey)));
        }

        Assert.Equal(["a1 a2 a3 b1", "b2 b3"], pages);
    }

    [Fact]
    public async Task A_page_holds_at_most_1000_rows_in_ordinal_order()
    {
        var table = await backend.NewTableAsync();
        foreach (var batch in Enumerable.Range(0, 1_001).Reverse().Chunk(100))
        {
            await table.SubmitTransactionAsync(
                batch.Select(number => new TableTransactionAction(
                    TableTransactionActionType.Add, new TableEntity("p", number.ToString("D4", CultureInfo.InvariantCulture)))),
                Cancel);
        }

        var pages = await table.QueryAsync<TableEntity>(cancellationToken: Cancel).AsPages().ToListAsync(Cancel);

        Assert.Equal([1_000, 1], pages.Select(page => page.Values.Count));
        Assert.Equal("1000", pages[1].Values[0].RowKey);
    }

    [Fact]
    public async Task A_query_gives_the_chosen_properties()
    {
        var table = await FillAsync();
        var row = await table.QueryAsync<TableEntity>("RowKey eq '2'", select: ["RowKey", "Number"], cancellationToken: Cancel).FirstAsync(Cancel);
        Assert.Equal(("2", 2, null), (row.RowKey, row["Number"], row["Text"]));
        Assert.NotEqual(default, row.ETag);
    }

    private async Task<TableClient> FillAsync()
    {
        var table = await backend.NewTableAsync();
        foreach (var number in (int[])[3, 1, 2])
        {
            await table.AddEntityAsync(Row("b", number), Cancel);
            await table.AddEntityAsync(Row("a", number), Cancel);
        }

        return table;
    }

    private static TableEntity Row(string partition, int number) => new(partition, number.ToString(CultureInfo.InvariantCulture))
    {
        ["Number"] = number,
        ["Big"] = 10_000_000_000L + number,
        ["Odd"] = number % 2 == 1,
        ["Text"] = $"it's {number}",
        ["Time"] = new DateTimeOffset(2026, 1, number, 12, 0, 0, TimeSpan.Zero),
    };
}
