using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Tests.Azurite;

namespace Blobpress.Publishing.Tests.Sites;

public sealed class UrlTests(AzuriteFixture azurite) : SiteTests(azurite)
{
    private const string Older = """
        -- older.md --
        ---
        title: Older
        date: 2024-03-01
        permalink: /tides/
        ---
        1
        """;

    private const string Newer = """
        -- newer.md --
        ---
        title: Newer
        date: 2024-03-02
        permalink: /tides/
        ---
        2
        """;

    [Fact]
    public async Task An_alias_leads_to_the_page_until_it_is_taken_out()
    {
        var site = await NewSiteAsync();
        await site.UploadAsync("""
            -- tides.md --
            ---
            title: Tides
            date: 2024-03-01
            alias: /old/tides/
            ---
            High at noon.
            """);
        await site.ShowsAsync("""
            -- old/tides/index.html --
            to /2024/tides/
            """, "old/");

        await site.UploadAsync("""
            -- tides.md --
            ---
            title: Tides
            date: 2024-03-01
            ---
            High at noon.
            """);
        await site.ShowsAsync("", "old/");
    }

    [Fact]
    public async Task The_second_post_that_wants_a_URL_is_told_so_and_gets_it_when_it_is_free()
    {
        var site = await NewSiteAsync();
        await site.UploadAsync(Older);
        var report = await site.UploadAsync(Newer);
        Assert.Equal(PublishOutcome.Rejected, report.Outcome);
        Assert.Equal("The URL /tides/ belongs to older.md; give this post a permalink, a slug or a date of its own.", Assert.Single(report.Reasons).Message);
        await site.ShowsAsync("""
            -- tides/index.html --
            # Older
            <p>1</p>
            """, "tides/");

        await site.DeleteAsync("older.md");
        await site.ShowsAsync("""
            -- tides/index.html --
            # Newer
            <p>2</p>
            """, "tides/");
    }

    [Fact]
    public async Task Which_post_gets_a_URL_does_not_depend_on_the_order_of_events()
    {
        var site = await NewSiteAsync();
        await site.UploadAsync(Newer);
        await site.UploadAsync(Older);
        await site.ShowsAsync("""
            -- index.html --
            #
            - Older /tides/
            -- tides/index.html --
            # Older
            <p>1</p>
            """, "tides/", "index.html");
    }

    [Fact]
    public async Task A_redirect_that_another_post_had_for_a_while_comes_back()
    {
        var site = await NewSiteAsync();
        await site.UploadAsync("""
            -- newer.md --
            ---
            title: Newer
            date: 2024-03-02
            alias: /tides/
            ---
            2
            """);
        await site.UploadAsync(Older.Replace("permalink:", "alias:", StringComparison.Ordinal));
        await site.ShowsAsync("""
            -- tides/index.html --
            to /2024/older/
            """, "tides/");

        await site.DeleteAsync("older.md");
        await site.ShowsAsync("""
            -- tides/index.html --
            to /2024/newer/
            """, "tides/");
    }

    [Fact]
    public async Task A_bad_post_loses_its_last_good_page_to_another_that_wants_its_URL()
    {
        var site = await NewSiteAsync();
        await site.UploadAsync(Newer);
        await site.UploadAsync("""
            -- newer.md --
            ---
            title: [
            ---
            """);
        await site.UploadAsync(Older);
        await site.SweepAsync();
        await site.ShowsAsync("""
            -- index.html --
            #
            - Older /tides/
            -- tides/index.html --
            # Older
            <p>1</p>
            """, "tides/", "index.html");
    }
}
