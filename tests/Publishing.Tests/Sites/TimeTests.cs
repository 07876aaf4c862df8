using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Tests.Azurite;

namespace Blobpress.Publishing.Tests.Sites;

public sealed class TimeTests(AzuriteFixture azurite) : SiteTests(azurite)
{
    [Fact]
    public async Task A_draft_is_not_shown_and_a_post_that_becomes_one_goes()
    {
        var site = await NewSiteAsync();
        await site.UploadAsync("""
            -- tides.md --
            ---
            title: Tides
            date: 2024-03-01
            ---
            High at noon.
            """);
        var report = await site.UploadAsync("""
            -- tides.md --
            ---
            title: Tides
            date: 2024-03-01
            draft: true
            ---
            High at noon.
            """);

        Assert.Equal(PublishOutcome.Draft, report.Outcome);
        await site.ShowsAsync("""
            -- index.html --
            #
            """, "2024/", "index.html");
    }

    [Fact]
    public async Task A_scheduled_post_appears_when_its_time_has_come()
    {
        var site = await NewSiteAsync();
        var report = await site.UploadAsync("""
            -- tides.md --
            ---
            title: Tides
            date: 2030-01-02 12:00:00
            ---
            High at noon.
            """);
        Assert.Equal((PublishOutcome.Scheduled, new DateTimeOffset(2030, 1, 2, 12, 0, 0, TimeSpan.Zero)), (report.Outcome, report.DueAt));

        site.Clock.Advance(TimeSpan.FromHours(35));
        await site.SweepAsync();
        await site.ShowsAsync("", "2030/");

        site.Clock.Advance(TimeSpan.FromHours(1));
        await site.SweepAsync();
        await site.ShowsAsync("""
            -- 2030/tides/index.html --
            # Tides
            <p>High at noon.</p>
            -- index.html --
            #
            - Tides /2030/tides/
            """, "2030/", "index.html");
    }

    [Fact]
    public async Task An_expired_post_goes_by_itself()
    {
        var site = await NewSiteAsync();
        await site.UploadAsync("""
            -- sale.md --
            ---
            title: Sale
            date: 2024-03-01
            expires: 2030-02-01
            ---
            Ropes.
            """);
        await site.ShowsAsync("""
            -- index.html --
            #
            - Sale /2024/sale/
            """, "index.html");

        site.Clock.Advance(TimeSpan.FromDays(31));
        await site.SweepAsync();
        await site.ShowsAsync("""
            -- index.html --
            #
            """, "index.html", "2024/");
    }
}
