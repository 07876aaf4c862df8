using Azure.Data.Tables;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Sweeping;

namespace Blobpress.Publishing.Tests.Sites;

/// <summary>What should never be, put there by hand: the thorough sweep names it, counts it, and has it put right.</summary>
public sealed class ViolationTests
{
    private static readonly TimeSpan Long = TimeSpan.FromDays(30);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("all")]
    [InlineData("tag|sea")]
    [InlineData("sitemap")]
    [InlineData("sticky")]
    public async Task A_post_that_a_list_lacks_is_listed_again(string list)
    {
        var site = await WithPostsAsync();
        var before = site.Files();
        var row = await FirstAsync(site, list, "p");
        await site.Lists.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: Cancel);

        var report = await site.SweepAsync(thoroughly: true);

        Assert.Equal(1, report.Violations[Violation.UnlistedPost]);
        Assert.NotNull(await FirstAsync(site, list, row.RowKey));
        Assert.Equal(before, site.Files());
        Assert.True((await site.SweepAsync(thoroughly: true)).IsClean);
    }

    [Theory]
    [InlineData("all")]
    [InlineData("tag|sea")]
    [InlineData("sitemap")]
    [InlineData("sticky")]
    public async Task A_row_that_its_post_does_not_have_goes(string list)
    {
        var site = await WithPostsAsync();
        var before = site.Files();
        var row = await FirstAsync(site, list, "p");
        var key = row.RowKey;
        row.RowKey = key[..^1] + (key[^1] == '0' ? '1' : '0');
        await site.Lists.AddEntityAsync(row, Cancel);
        await CountAsync(site, list, row.RowKey[1..]);

        var report = await site.SweepAsync(thoroughly: true);

        Assert.Equal([$"{list} {row.RowKey}"], report.Strays);
        Assert.Equal(1, report.Violations[Violation.StrayRow]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => FirstAsync(site, list, row.RowKey));
        Assert.Equal(before, site.Files());
    }

    [Fact]
    public async Task A_mark_of_the_posts_that_lead_is_struck_off()
    {
        var site = await WithPostsAsync();
        foreach (var mark in new[] { "mf", "mn00" })
        {
            await site.Lists.AddEntityAsync(new TableEntity("sticky", mark), Cancel);
        }

        site.Clock.Advance(Long);
        Assert.Equal(2, (await site.SweepAsync(thoroughly: true)).Violations[Violation.StrayMark]);
        Assert.True((await site.SweepAsync(thoroughly: true)).IsClean);
    }

    [Fact]
    public async Task A_time_of_a_post_that_is_gone_is_struck_off()
    {
        var site = await WithPostsAsync();
        await new DueTimes(site.Lists).AddAsync(site.Clock.GetUtcNow() + (10 * Long), DueKind.Post, "gone.md", Cancel);

        site.Clock.Advance(Long);
        Assert.Equal(1, (await site.SweepAsync(thoroughly: true)).Violations[Violation.StrayDue]);
        Assert.True((await site.SweepAsync(thoroughly: true)).IsClean);
    }

    [Fact]
    public async Task Notes_of_images_and_files_beside_the_site_that_nobody_needs_go()
    {
        var site = await WithPostsAsync();
        await site.Images.AddEntityAsync(new TableEntity(new string('a', 32), "use~ropes.!md") { ["Post"] = "ropes.md" }, Cancel);
        await site.State.UploadBlobAsync("content/0000/1111.json", BinaryData.FromString("{}"), Cancel);
        await site.State.UploadBlobAsync("originals/aa/aabb", BinaryData.FromString("?"), Cancel);

        Assert.True((await site.SweepAsync(thoroughly: true)).IsClean, "A publisher may be at work on them.");
        site.Clock.Advance(Long);
        var report = await site.SweepAsync(thoroughly: true);

        Assert.Equal(1, report.Violations[Violation.StrayUse]);
        Assert.Equal(2, report.Violations[Violation.StrayFile]);
        Assert.True((await site.SweepAsync(thoroughly: true)).IsClean);
    }

    [Fact]
    public async Task As_long_as_lists_have_something_to_be_told_no_file_is_taken_for_a_stray()
    {
        var site = await WithPostsAsync();
        site.Clock.Advance(Long);
        await site.Web.UploadBlobAsync("2024/stray/index.html", BinaryData.FromString("?"), Cancel);
        site.Clock.Advance(Long);
        await site.UploadAsync("theme/style.css", "p { margin: 1px }");

        // The first sweep finds all posts with an older look: what looks like a stray may still be linked to.
        Assert.DoesNotContain(Violation.StrayFile, (await site.SweepAsync(thoroughly: true)).Violations.Keys);
        Assert.Contains("2024/stray/index.html", (await site.SweepAsync(thoroughly: true)).Strays);
    }

    private static async Task<SmallSite> WithPostsAsync()
    {
        var site = await SmallSite.CreateAsync();
        await site.UploadAsync("site.yml", "title: Quay");
        await site.UploadAsync("ropes.md", "---\ntitle: Ropes\ndate: 2024-02-01\ntags: [sea]\nsticky: 1\n---\nHemp.\n");
        await site.UploadAsync("tides.md", "---\ntitle: Tides\ndate: 2024-03-01\ntags: [sea]\n---\nHigh at noon.\n");
        await site.ListAsync();
        await site.SweepAsync(thoroughly: true);
        return site;
    }

    // Rows come with the counts of all pages above them, in one transaction.
    private static async Task CountAsync(SmallSite site, string partition, string key)
    {
        await foreach (var node in site.Lists.QueryAsync<TableEntity>(row => row.PartitionKey == partition && row.RowKey.CompareTo("n") >= 0 && row.RowKey.CompareTo("o") < 0, cancellationToken: Cancel))
        {
            if (key.StartsWith(node.RowKey[3..], StringComparison.Ordinal))
            {
                node["Count"] = node.GetInt32("Count") + 1;
                await site.Lists.UpdateEntityAsync(node, node.ETag, cancellationToken: Cancel);
            }
        }
    }

    private static async Task<TableEntity> FirstAsync(SmallSite site, string partition, string from)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {from + "~"}");
        return await site.Lists.QueryAsync<TableEntity>(filter, cancellationToken: Cancel).FirstAsync(Cancel);
    }
}
