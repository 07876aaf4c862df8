using Blobpress.Publishing.Posts;

namespace Blobpress.Publishing.Tests.Sites;

/// <summary>New settings reach what is in no list at once, without a sweep.</summary>
public class UnlistedRestylingTests
{
    [Fact]
    public async Task A_scheduled_post_appears_whose_time_has_come_on_another_clock()
    {
        var site = await SmallSite.CreateAsync();
        await site.SweepAsync();
        var report = await site.UploadAsync("soon.md", $"---\ndate: {site.Clock.GetUtcNow().AddHours(5):yyyy-MM-dd HH:mm:ss}\npermalink: /soon/\n---\nText.\n");
        Assert.Equal(PublishOutcome.Scheduled, report.Outcome);

        await site.UploadAsync("site.yml", "time_zone: Asia/Shanghai\n");
        await site.WorkQueueAsync();

        Assert.Contains("soon/index.html", site.Pages);
    }

    [Fact]
    public async Task A_rejected_post_is_published_that_new_settings_make_good()
    {
        var site = await SmallSite.CreateAsync();
        await site.UploadAsync("site.yml", "permalink: /:year/\n");
        await site.SweepAsync();
        await site.UploadAsync("a.md", "---\ndate: 2021-01-01\n---\nText.\n");
        Assert.Equal(PublishOutcome.Rejected, (await site.UploadAsync("b.md", "---\ndate: 2021-02-02\n---\nText.\n")).Outcome);
        await site.ListAsync();

        await site.UploadAsync("site.yml", "permalink: /:title/\n");
        await site.WorkQueueAsync();

        Assert.Contains("b/index.html", site.Pages);
        Assert.True((await site.SweepAsync()).IsClean);
    }

    [Fact]
    public async Task Pages_and_files_follow_too()
    {
        var site = await SmallSite.CreateAsync();
        await site.SweepAsync();
        await site.UploadAsync("about.md", "---\nlayout: page\n---\nText.\n");
        await site.UploadAsync("run.js", "alert(1)");
        await site.SweepAsync();

        await site.UploadAsync("site.yml", "title: Another harbour\ntrusted_files: ['*.js']\n");
        await site.WorkQueueAsync();

        Assert.Contains("Another harbour", site.Texts("about").Single(), StringComparison.Ordinal);
        Assert.StartsWith("text/javascript", site.File("run.js")!.ContentType, StringComparison.Ordinal);
        Assert.True((await site.SweepAsync()).IsClean);
    }

    [Fact]
    public async Task More_than_one_step_takes_follow_with_the_next_ones()
    {
        var site = await SmallSite.CreateAsync();
        await site.SweepAsync();
        var date = site.Clock.GetUtcNow().AddHours(5);
        for (var at = 0; at < 250; at++)
        {
            await site.UploadAsync($"{at}.md", $"---\ndate: {date:yyyy-MM-dd HH:mm:ss}\ndraft: {(at % 3 == 0 ? "true" : "false")}\npermalink: /soon/{at}/\n---\nText.\n");
        }

        await site.UploadAsync("site.yml", "time_zone: Asia/Shanghai\n");
        await site.WorkQueueAsync();

        Assert.Equal(166, site.Pages.Count(page => page.StartsWith("soon/", StringComparison.Ordinal)));
        Assert.True((await site.SweepAsync()).IsClean);
    }
}
