using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Tests.Azurite;

namespace Blobpress.Publishing.Tests.Sites;

public sealed class RepairTests(AzuriteFixture azurite) : SiteTests(azurite)
{
    private const string Post = """
        -- tides.md --
        ---
        title: Tides
        date: 2024-03-01
        tags: sea
        ---
        High at noon.
        """;

    [Fact]
    public async Task The_quick_sweep_finds_uploads_and_deletes_whose_events_were_lost()
    {
        var site = await NewSiteAsync();
        await site.UploadAsync(Post);
        await site.LoseAsync("tides.md");
        await site.PutAllAsync("""
            -- ropes.md --
            ---
            title: Ropes
            date: 2024-03-02
            ---
            Hemp.
            """);

        Assert.Equal(["ropes.md", "tides.md"], (await site.SweepAsync()).Missed.Order());
        await site.ShowsAsync("""
            -- 2024/ropes/index.html --
            # Ropes
            <p>Hemp.</p>
            -- index.html --
            #
            - Ropes /2024/ropes/
            """, "2024/", "index.html");
        Assert.True((await site.SweepAsync()).IsClean);
    }

    [Theory]
    [InlineData("2024/tides/index.html")]
    [InlineData("tags/sea/index.html")]
    [InlineData("archives/2024/index.html")]
    [InlineData("atom.xml")]
    [InlineData("404.html")]
    public async Task The_thorough_sweep_writes_a_lost_file_again(string lost)
    {
        var site = await NewSiteAsync();
        await site.UploadAsync(Post);
        var before = await Snapshot.OfAsync(site.Account.Web, TestSite.Cancel);
        await site.Account.Web.GetBlobClient(lost).DeleteAsync(cancellationToken: TestSite.Cancel);

        Assert.Contains(lost, (await site.SweepAsync(thoroughly: true)).Lost);
        Assert.Equal(before, await Snapshot.OfAsync(site.Account.Web, TestSite.Cancel));
    }

    [Fact]
    public async Task The_thorough_sweep_removes_what_nothing_accounts_for()
    {
        var site = await NewSiteAsync();
        await site.UploadAsync(Post);
        await site.Account.Web.GetBlobClient("2024/stray/index.html").UploadAsync(BinaryData.FromString("?"), TestSite.Cancel);

        site.Clock.Advance(TimeSpan.FromDays(36_500));
        Assert.Equal(["2024/stray/index.html"], (await site.SweepAsync(thoroughly: true)).Strays);
        await site.ShowsAsync("""
            -- 2024/tides/index.html --
            # Tides #sea
            <p>High at noon.</p>
            """, "2024/");
    }

    [Fact]
    public async Task The_thorough_sweep_takes_parked_messages_up_again()
    {
        var site = await NewSiteAsync();
        await site.PutAllAsync(Post);
        var parked = site.Account.Parked.Single(queue => queue.Name == "publish-post-poison");
        await parked.CreateAsync(cancellationToken: TestSite.Cancel);
        await parked.SendMessageAsync(PublishMessage.Of("tides.md"), TestSite.Cancel);

        Assert.Equal(1, (await site.SweepAsync(thoroughly: true)).Unparked);
        Assert.Empty((await parked.PeekMessagesAsync(cancellationToken: TestSite.Cancel)).Value);
        await site.ShowsAsync("""
            -- 2024/tides/index.html --
            # Tides #sea
            <p>High at noon.</p>
            """, "2024/");
    }
}
