using System.Text.RegularExpressions;
using Azure;
using Azure.Data.Tables;
using Blobpress.Local.Azurite;

namespace Blobpress.Local.Tests.Azurite;

public sealed partial class QueryByPartitionTests(TwinTables twins) : IClassFixture<TwinTables>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("PartitionKey eq 'all'")]
    [InlineData("PartitionKey eq 'none'")]
    [InlineData("PartitionKey eq ''")]
    [InlineData("PartitionKey eq 'tag|it''s'")]
    [InlineData("PartitionKey eq 'tag|'''''")]
    [InlineData("PartitionKey eq '海' and RowKey eq '\U0001F6A2'")]
    [InlineData("PartitionKey eq '10'")]
    [InlineData("PartitionKey eq 'all' and RowKey ge 'p' and RowKey lt 'p\uffff'")]
    [InlineData("PartitionKey eq 'all' and RowKey gt 'p1' and RowKey le 'p2'")]
    [InlineData("PartitionKey eq '\U0001F6A2' and RowKey gt '\U0001F6A2'")]
    [InlineData("PartitionKey eq 'öl' and RowKey lt 'ü'")]
    [InlineData("PartitionKey eq '9' and RowKey ge '09' and RowKey le '9'")]
    [InlineData("PartitionKey eq 'all' and RowKey gt '''' and RowKey lt 'it''s'")]
    [InlineData("PartitionKey eq 'all' and RowKey gt 'p2' and RowKey lt 'p1'")]
    [InlineData("PartitionKey eq 'all' and PartitionKey eq 'ALL'")]
    [InlineData("PartitionKey gt 'all'")]
    [InlineData("PartitionKey ge '10' and PartitionKey lt 'all'")]
    [InlineData("PartitionKey eq 'all' and RowKey ne 'p1'")]
    [InlineData("PartitionKey eq 'all' and Text eq 'added'")]
    [InlineData("PartitionKey eq 'all' or RowKey eq 'p1'")]
    [InlineData("PartitionKey eq 'all' and RowKey gt 'p1' or RowKey eq '9'")]
    [InlineData("PartitionKey eq 'all' and not (RowKey eq 'p1')")]
    [InlineData("PartitionKey  EQ  'all'")]
    [InlineData("(PartitionKey eq 'all') and (RowKey gt 'p1')")]
    [InlineData("RowKey eq 'p1'")]
    [InlineData("RowKey gt 'p1' and PartitionKey eq 'all'")]
    public async Task Answers_as_Azurite_does(string filter)
    {
        foreach (var most in new[] { 1, 3, 1000 })
        {
            Assert.Equal(await PagesAsync(twins.Plain, filter, most), await PagesAsync(twins.Improved, filter, most));
        }
    }

    [Theory]
    [InlineData("PartitionKey eq 'all' and")]
    [InlineData("PartitionKey eq 'all' and RowKey gt")]
    [InlineData("PartitionKey eq 'all")]
    public async Task Refuses_what_Azurite_refuses(string filter) => Assert.Equal(await FaultAsync(twins.Plain, filter), await FaultAsync(twins.Improved, filter));

    [Fact]
    public async Task Knows_the_version_that_is_installed()
    {
        var folder = Path.GetDirectoryName(AzuriteInstaller.QueryByPartition)!;
        var known = Known().Match(await File.ReadAllTextAsync(AzuriteInstaller.QueryByPartition, Cancel)).Groups[1].Value;
        Assert.Contains($"\"azurite\": \"{known}\"", await File.ReadAllTextAsync(Path.Combine(folder, "package.json"), Cancel), StringComparison.Ordinal);
    }

    // Each page on a line, with where it says that the next one begins.
    private static async Task<string> PagesAsync(TableClient table, string filter, int most)
    {
        var pages = new List<string>();
        await foreach (var page in table.QueryAsync<TableEntity>(filter, most, cancellationToken: Cancel).AsPages(pageSizeHint: most))
        {
            pages.Add($"{string.Join(' ', page.Values.Select(Text))} {page.ContinuationToken}");
        }

        return string.Join('\n', pages);
    }

    private static string Text(TableEntity row) =>
        $"{row.PartitionKey}/{row.RowKey}:{string.Join(',', row.Keys.Where(key => key is "Text" or "Merged").Select(key => row[key]))}";

    private static async Task<string?> FaultAsync(TableClient table, string filter)
    {
        try
        {
            return await PagesAsync(table, filter, 1000);
        }
        catch (RequestFailedException fault)
        {
            return fault.ErrorCode;
        }
    }

    [GeneratedRegex("const known = '(.+)';")]
    private static partial Regex Known();
}
