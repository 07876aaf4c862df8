using Azure.Data.Tables;

namespace Blobpress.Publishing.Tests.Listing;

public sealed class MergedPageTests
{
    [Fact]
    public async Task A_page_whose_entries_move_up_goes_even_where_one_of_them_changed_at_the_same_time()
    {
        var site = await WithTwoMonthsAsync();
        Assert.Contains("\narchives/2024/01/index.html: ", site.Files(), StringComparison.Ordinal);

        await site.UploadAsync("a.md", Post("A, changed", 1));
        await site.RemoveAsync("d.md");
        await site.ListAsync();
        Assert.DoesNotContain("archives/2024/01/", site.Files(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_was_left_below_one_that_took_its_entries_is_found_and_goes()
    {
        var site = await WithTwoMonthsAsync();
        var months = await site.Lists.QueryAsync<TableEntity>(row => row.PartitionKey == "all" && row.RowKey.CompareTo("n02") >= 0 && row.RowKey.CompareTo("n03") < 0, cancellationToken: TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, months.Count);
        await site.RemoveAsync("d.md");
        await site.ListAsync();
        await site.SweepAsync(thoroughly: true);
        foreach (var month in months)
        {
            await site.Lists.AddEntityAsync(month, TestContext.Current.CancellationToken);
        }

        var found = await site.SweepAsync(thoroughly: true);

        Assert.Equal(months.Select(month => "all " + month.RowKey), found.Strays);
        Assert.DoesNotContain("archives/2024/01/", site.Files(), StringComparison.Ordinal);
        Assert.True((await site.SweepAsync(thoroughly: true)).IsClean);
    }

    [Fact]
    public async Task A_page_that_splits_merges_and_splits_again_in_one_go_counts_what_it_has()
    {
        var site = await SmallSite.CreateAsync();
        await site.UploadAsync("site.yml", "lists: {archive_page: 3}");
        foreach (var (name, month) in new[] { ("b", 2), ("c", 3), ("d", 2) })
        {
            await site.UploadAsync(name + ".md", Post(name, month));
        }

        await site.ListAsync();

        // Taken in by name: one that comes splits the year, two that go merge it, and two that come split it again.
        foreach (var name in new[] { "a", "e", "f" })
        {
            await site.UploadAsync(name + ".md", Post(name, name == "a" ? 1 : 3));
        }

        foreach (var name in new[] { "b", "d" })
        {
            await site.RemoveAsync(name + ".md");
        }

        await site.ListAsync();

        Assert.Contains("\narchives/2024/01/index.html: ", site.Files(), StringComparison.Ordinal);
        Assert.DoesNotContain("archives/2024/02/", site.Files(), StringComparison.Ordinal);
        Assert.True((await site.SweepAsync(thoroughly: true)).IsClean);
    }

    // Four posts, one more than an archive page takes: each month has a page of its own.
    private static async Task<SmallSite> WithTwoMonthsAsync()
    {
        var site = await SmallSite.CreateAsync();
        await site.UploadAsync("site.yml", "lists: {archive_page: 3}");
        foreach (var (name, month) in new[] { ("a", 1), ("b", 1), ("c", 2), ("d", 2) })
        {
            await site.UploadAsync(name + ".md", Post(name, month));
        }

        await site.ListAsync();
        return site;
    }

    private static string Post(string title, int month) => $"---\ntitle: {title}\ndate: 2024-0{month}-01\n---\nText.\n";
}
