using Azure.Data.Tables;

namespace Blobpress.Publishing.Tests.Sites;

public sealed class DueTests
{
    [Theory]
    [InlineData("date: 2030-01-02")]
    [InlineData("date: 2020-01-02\nexpires: 2030-01-02")]
    public async Task A_time_that_a_clock_ahead_of_this_one_struck_off_is_noted_again(string line)
    {
        var site = await SmallSite.CreateAsync();
        await site.UploadAsync("a.md", $"---\ntitle: A\n{line}\n---\nText.\n");
        await foreach (var row in site.Lists.QueryAsync<TableEntity>(row => row.PartitionKey == "due", cancellationToken: TestContext.Current.CancellationToken))
        {
            await site.Lists.DeleteEntityAsync(row, cancellationToken: TestContext.Current.CancellationToken);
        }

        await site.PublishAsync("a.md");

        var due = new List<TableEntity>();
        await foreach (var row in site.Lists.QueryAsync<TableEntity>(row => row.PartitionKey == "due", cancellationToken: TestContext.Current.CancellationToken))
        {
            due.Add(row);
        }

        Assert.Single(due);
    }
}
