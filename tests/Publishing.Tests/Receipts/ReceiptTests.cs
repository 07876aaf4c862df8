using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Receipts;

namespace Blobpress.Publishing.Tests.Receipts;

public sealed class ReceiptTests
{
    private const string Post = """
        ---
        title: Tides
        date: 2024-03-01
        ---
        High at noon.
        """;

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tells_what_was_published_and_where()
    {
        var site = await SmallSite.CreateAsync();
        await site.UploadAsync("notes/潮.md", Post);
        Assert.Equal(
            """
            {
              "source": "notes/潮.md",
              "outcome": "published",
              "time": "2026-01-01T00:00:00+00:00",
              "milliseconds": 0,
              "title": "Tides",
              "url": "/2024/03/01/notes/%E6%BD%AE/",
              "reasons": [],
              "images": [],
              "pages": [
                "/2024/03/01/notes/%E6%BD%AE/"
              ]
            }
            """.ReplaceLineEndings("\n"),
            site.ReceiptText("notes/潮.md")?.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Tells_why_with_line_and_column_and_that_the_last_good_version_stays()
    {
        var site = await SmallSite.CreateAsync();
        await site.UploadAsync("tides.md", Post);
        await site.UploadAsync("tides.md", "---\ntitle: [Tides\ndate: 2024-03-01\n---\nHigh.\n");
        var receipt = (await site.Receipts.ReadAsync("tides.md", Cancel))!;
        Assert.Equal(PublishOutcome.Rejected, receipt.Outcome);
        Assert.Equal("/2024/03/01/tides/", receipt.Url);
        Assert.True(Assert.Single(receipt.Reasons) is { Line: > 1, Column: > 0 });
    }

    [Fact]
    public async Task Tells_which_images_were_not_to_be_had()
    {
        var site = await SmallSite.CreateAsync();
        await site.UploadAsync("tides.md", Post + "\n\n![Chart](https://img.test/chart.png)\n");
        var image = Assert.Single((await site.Receipts.ReadAsync("tides.md", Cancel))!.Images);
        Assert.Equal(("https://img.test/chart.png", "missing"), (image.Url, image.Outcome));
        Assert.Contains("404", image.Reason, StringComparison.Ordinal);
        Assert.Equal(1, (await HeadsAsync(site)).Single().Missing);
    }

    [Theory]
    [InlineData("tides.md", Post)]
    [InlineData("tides.md", "---\ntitle: Draft\ndraft: true\n---\n")]
    [InlineData("tides.md", "---\ntitle: Later\ndate: 2099-01-01\n---\n")]
    [InlineData("tides.md", "---\ntitle: [\n---\n")]
    [InlineData("chart.csv", "high,low")]
    [InlineData("_notes.txt", "not published")]
    [InlineData("chart.svg", "<svg")]
    [InlineData("site.yml", "title: Harbour")]
    [InlineData("site.yml", "title: [")]
    [InlineData("theme/base.css", "p{}")]
    public async Task A_replay_leaves_the_receipt_of_the_work(string name, string text)
    {
        var site = await SmallSite.CreateAsync();
        await site.UploadAsync(name, text);
        await ReplayAsync(site, name);
        await site.RemoveAsync(name);
        Assert.Equal(PublishOutcome.Removed, (await site.Receipts.ReadAsync(name, Cancel))!.Outcome);
        await ReplayAsync(site, name);
        await site.ListAsync();
        await ReplayAsync(site, name);
    }

    [Fact]
    public async Task A_replay_after_a_crash_makes_up_for_the_receipt()
    {
        var site = await SmallSite.CreateAsync();
        await site.UploadAsync("tides.md", Post);
        await site.LoseReceiptAsync("tides.md");
        await site.PublishAsync("tides.md");
        Assert.Equal(PublishOutcome.Published, (await site.Receipts.ReadAsync("tides.md", Cancel))!.Outcome);
    }

    [Fact]
    public async Task What_never_was_has_no_receipt()
    {
        var site = await SmallSite.CreateAsync();
        foreach (var name in new[] { "site.yml", "tides.md", "chart.csv", "theme/base.css" })
        {
            await site.PublishAsync(name);
        }

        Assert.Empty(await HeadsAsync(site));
    }

    [Fact]
    public async Task A_scheduled_post_says_when_and_then_that_it_appeared()
    {
        var site = await SmallSite.CreateAsync();
        await site.UploadAsync("tides.md", "---\ntitle: Tides\ndate: 2026-01-02T00:00:00Z\n---\n");
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero), (await site.Receipts.ReadAsync("tides.md", Cancel))!.Appears);
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.SweepAsync();
        Assert.Equal(PublishOutcome.Published, (await site.Receipts.ReadAsync("tides.md", Cancel))!.Outcome);
    }

    [Fact]
    public void The_longest_name_has_a_receipt_of_its_own()
    {
        var one = new string('a', 1023) + "1";
        var other = new string('a', 1023) + "2";
        Assert.True(ReceiptNames.Of(one).Length <= 1024);
        Assert.NotEqual(ReceiptNames.Of(one), ReceiptNames.Of(other));
    }

    private static async Task ReplayAsync(SmallSite site, string name)
    {
        var before = site.ReceiptText(name);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.PublishAsync(name);
        Assert.Equal(before, site.ReceiptText(name));
    }

    private static async Task<List<ReceiptHead>> HeadsAsync(SmallSite site)
    {
        var heads = new List<ReceiptHead>();
        await foreach (var head in site.Receipts.ListAsync(Cancel))
        {
            heads.Add(head);
        }

        return heads;
    }
}
