using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Tests.Azurite;

namespace Blobpress.Publishing.Tests.Sites;

public sealed class SettingsTests(AzuriteFixture azurite) : SiteTests(azurite)
{
    private const string Post = """
        -- tides.md --
        ---
        title: Tides
        date: 2024-03-01
        ---
        High at noon.
        """;

    private const string Theme = """
        -- theme/post.liquid --
        == {{ post.title }} ==
        {{ post.html }}
        """;

    private const string Dressed = """
        -- 2024/tides/index.html --
        == Tides ==
        <p>High at noon.</p>
        """;

    [Fact]
    public async Task New_settings_publish_every_post_again()
    {
        var site = await NewSiteAsync();
        await site.UploadAsync(Post);
        await site.UploadAsync("""
            -- site.yml --
            title: Quay
            permalink: /:slug.html
            """);
        await site.SweepAsync();

        await site.ShowsAsync("""
            -- index.html --
            #
            - Tides /tides.html
            -- tides.html --
            # Tides
            <p>High at noon.</p>
            """, "2024/", "index.html", "tides");
    }

    [Fact]
    public async Task A_new_theme_dresses_every_post_anew()
    {
        var site = await NewSiteAsync();
        await site.UploadAsync(Post);
        await site.UploadAsync(Theme);
        await site.SweepAsync();

        await site.ShowsAsync(Dressed, "2024/");
    }

    [Fact]
    public async Task A_new_theme_dresses_the_last_good_page_of_a_bad_post_too()
    {
        var site = await NewSiteAsync();
        await site.UploadAsync(Post);
        await site.UploadAsync("""
            -- tides.md --
            ---
            title: [
            ---
            """);
        await site.UploadAsync(Theme);
        await site.SweepAsync();

        await site.ShowsAsync(Dressed, "2024/");
        Assert.True((await site.SweepAsync()).IsClean);
    }

    [Fact]
    public async Task Broken_settings_leave_the_old_ones_in_force()
    {
        var site = await NewSiteAsync();
        var report = await site.UploadAsync("""
            -- site.yml --
            title: [
            """);
        Assert.Equal(PublishOutcome.Rejected, report.Outcome);
        Assert.NotEqual(0, Assert.Single(report.Reasons).Line);

        Assert.Equal("/2024/tides/", (await site.UploadAsync(Post)).Url);
    }

    [Fact]
    public async Task A_broken_template_leaves_the_old_theme_in_force()
    {
        var site = await NewSiteAsync();
        var report = await site.UploadAsync("""
            -- theme/post.liquid --
            {% if post.title %}
            """);
        Assert.Equal(PublishOutcome.Rejected, report.Outcome);

        await site.UploadAsync(Post);
        await site.ShowsAsync("""
            -- 2024/tides/index.html --
            # Tides
            <p>High at noon.</p>
            """, "2024/");
    }

    [Fact]
    public async Task A_rejected_post_keeps_its_last_good_version_and_holds_up_no_other()
    {
        var site = await NewSiteAsync();
        await site.UploadAsync(Post);
        var report = await site.UploadAsync("""
            -- ropes.md --
            ---
            title: Ropes
            date: 2024-03-02
            ---
            Hemp.
            -- tides.md --
            ---
            title: [
            ---
            Low at six.
            """);

        Assert.Equal((PublishOutcome.Rejected, "/2024/tides/"), (report.Outcome, report.Url));
        Assert.True(Assert.Single(report.Reasons).Line is 2 or 3);
        await site.ShowsAsync("""
            -- 2024/tides/index.html --
            # Tides
            <p>High at noon.</p>
            newer: Ropes
            -- index.html --
            #
            - Ropes /2024/ropes/
            - Tides /2024/tides/
            """, "2024/tides/", "index.html");
    }
}
