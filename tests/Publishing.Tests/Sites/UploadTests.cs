using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Tests.Azurite;

namespace Blobpress.Publishing.Tests.Sites;

public sealed class UploadTests(AzuriteFixture azurite) : SiteTests(azurite)
{
    [Fact]
    public async Task An_upload_becomes_a_page_in_all_its_lists()
    {
        var site = await NewSiteAsync();
        var report = await site.UploadAsync("""
            -- notes/tides.md --
            ---
            title: Tides
            date: 2024-03-01
            categories: [News, Harbour]
            tags: sea
            author: Ann
            ---
            High at *noon*.
            """);

        Assert.Equal((PublishOutcome.Published, "/2024/notes/tides/"), (report.Outcome, report.Url));
        await site.ShowsAsync("""
            -- 2024/notes/tides/index.html --
            # Tides [News / Harbour] #sea
            <p>High at <em>noon</em>.</p>
            -- authors/ann/index.html --
            # Ann
            - Tides /2024/notes/tides/
            -- authors/index.html --
            # Authors
            - Ann
            -- categories/index.html --
            # Categories
            - News
            -- categories/news/harbour/index.html --
            # Harbour
            - Tides /2024/notes/tides/
            -- categories/news/index.html --
            # News
            > Harbour
            - Tides /2024/notes/tides/
            -- index.html --
            #
            - Tides /2024/notes/tides/
            -- tags/index.html --
            # Tags
            - sea
            -- tags/sea/index.html --
            # sea
            - Tides /2024/notes/tides/
            """);
    }

    [Fact]
    public async Task An_overwrite_replaces_page_and_title_wherever_they_show()
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
        await site.UploadAsync("""
            -- tides.md --
            ---
            title: Spring tides
            date: 2024-03-01
            ---
            Higher still.
            """);

        await site.ShowsAsync("""
            -- 2024/tides/index.html --
            # Spring tides
            <p>Higher still.</p>
            -- archives/2024/index.html --
            # 2024
            - Spring tides
            -- index.html --
            #
            - Spring tides /2024/tides/
            """, "2024/", "archives/2024/", "index.html");
    }

    [Fact]
    public async Task A_delete_takes_page_entries_and_empty_lists_away()
    {
        var site = await NewSiteAsync();
        await site.UploadAsync("""
            -- tides.md --
            ---
            title: Tides
            date: 2024-03-01
            tags: [sea, moon]
            ---
            High at noon.
            -- ropes.md --
            ---
            title: Ropes
            date: 2024-03-02
            tags: [sea]
            ---
            Hemp.
            """);
        var report = await site.DeleteAsync("tides.md");

        Assert.Equal(PublishOutcome.Removed, report.Outcome);
        await site.ShowsAsync("""
            -- 2024/ropes/index.html --
            # Ropes #sea
            <p>Hemp.</p>
            -- index.html --
            #
            - Ropes /2024/ropes/
            -- tags/index.html --
            # Tags
            - sea
            -- tags/sea/index.html --
            # sea
            - Ropes /2024/ropes/
            """, "2024/", "index.html", "tags/index.html", "tags/sea/index.html", "tags/moon/");
    }

    [Fact]
    public async Task A_backdated_post_comes_between_its_neighbours()
    {
        var site = await NewSiteAsync();
        await site.UploadAsync("""
            -- first.md --
            ---
            title: First
            date: 2024-01-01
            ---
            1
            -- third.md --
            ---
            title: Third
            date: 2024-03-01
            ---
            3
            -- second.md --
            ---
            title: Second
            date: 2024-02-01
            ---
            2
            """);

        await site.ShowsAsync("""
            -- 2024/first/index.html --
            # First
            <p>1</p>
            newer: Second
            -- 2024/second/index.html --
            # Second
            <p>2</p>
            older: First
            newer: Third
            -- 2024/third/index.html --
            # Third
            <p>3</p>
            older: Second
            -- index.html --
            #
            - Third /2024/third/
            - Second /2024/second/
            - First /2024/first/
            """, "2024/", "index.html");
    }

    [Fact]
    public async Task A_post_moves_from_one_category_to_another()
    {
        var site = await NewSiteAsync();
        await site.UploadAsync("""
            -- tides.md --
            ---
            title: Tides
            date: 2024-03-01
            categories: News
            ---
            High at noon.
            """);
        await site.UploadAsync("""
            -- tides.md --
            ---
            title: Tides
            date: 2024-03-01
            categories: Walks
            ---
            High at noon.
            """);

        await site.ShowsAsync("""
            -- 2024/tides/index.html --
            # Tides [Walks]
            <p>High at noon.</p>
            -- categories/index.html --
            # Categories
            - Walks
            -- categories/walks/index.html --
            # Walks
            - Tides /2024/tides/
            """, "2024/", "categories/index.html", "categories/walks/index.html", "categories/news/");
    }

    [Fact]
    public async Task Duplicate_and_late_events_change_nothing()
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
        var before = await Snapshot.OfAsync(site.Account.Web, TestSite.Cancel);

        Assert.Equal(PublishOutcome.Unchanged, (await site.PublishAsync("tides.md")).Outcome);
        Assert.Equal(PublishOutcome.Removed, (await site.PublishAsync("never-was.md")).Outcome);
        await site.SettleAsync();
        Assert.Equal(before, await Snapshot.OfAsync(site.Account.Web, TestSite.Cancel));
    }
}
