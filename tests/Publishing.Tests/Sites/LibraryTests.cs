using System.Text;
using Blobpress.Publishing.Images;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Storage;
using Blobpress.StorageDouble.Simulation;

namespace Blobpress.Publishing.Tests.Sites;

/// <summary>What templates of posts include, and the posts that follow it.</summary>
public sealed class LibraryTests : IDisposable
{
    private const string Page = "2020/03/09/a.html";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly StorageDouble.StorageAccount _stored = new(new SimulatedClock());
    private readonly ImageFetcher _fetcher = new();
    private readonly StorageAccount _account;
    private readonly Publishers _publishers;

    public LibraryTests()
    {
        var connection = _stored.Connect();
        _account = new(connection.Blobs, connection.Queues, connection.Tables);
        _publishers = new(_account, _fetcher, new(), TimeProvider.System);
    }

    public void Dispose() => _fetcher.Dispose();

    [Fact]
    public async Task Posts_follow_the_files_they_include()
    {
        await _account.CreateAsync(Cancel);
        await UploadAsync("site.yml", "generator: jekyll\n");
        await UploadAsync("_posts/2020-03-09-a.md", "---\ntitle: A\n---\n{% include box.html %} by {{ site.data.people[0].name }} of {{ site.town }}\n");
        await WorkAsync();
        Assert.DoesNotContain("boxed", Text(Page), StringComparison.Ordinal);

        Assert.Equal(PublishOutcome.Published, (await UploadAsync("_includes/box.html", "boxed in")).Outcome);
        Assert.Equal(PublishOutcome.Published, (await UploadAsync("_data/people.yml", "- name: Ada\n")).Outcome);
        await UploadAsync("_config.yml", "town: London\n");
        await WorkAsync();
        Assert.Contains("boxed in by Ada of London", Text(Page), StringComparison.Ordinal);

        Assert.Equal(PublishOutcome.Unchanged, (await UploadAsync("_includes/box.html", "boxed in")).Outcome);
        var broken = await UploadAsync("_data/people.yml", "- name: [Ada\n");
        Assert.Equal(PublishOutcome.Rejected, broken.Outcome);
        Assert.NotEmpty(broken.Reasons);
        await WorkAsync();
        Assert.Contains("boxed in by  of London", Text(Page), StringComparison.Ordinal);

        await _account.Posts.DeleteBlobAsync("_includes/box.html", cancellationToken: Cancel);
        Assert.Equal(PublishOutcome.Removed, (await _publishers.Sources.PublishAsync("_includes/box.html", Cancel)).Outcome);
        await WorkAsync();
        Assert.DoesNotContain("boxed", Text(Page), StringComparison.Ordinal);
        Assert.True((await _publishers.Sweep.RunThoroughlyAsync(Cancel)).IsClean);
    }

    [Fact]
    public async Task A_lost_event_is_found()
    {
        await _account.CreateAsync(Cancel);
        await UploadAsync("site.yml", "generator: jekyll\n");
        await UploadAsync("_posts/2020-03-09-a.md", "---\ntitle: A\n---\n{% include box.html %}\n");
        await WorkAsync();
        await _account.Posts.GetBlobClient("_includes/box.html").UploadAsync(BinaryData.FromString("boxed"), overwrite: true, Cancel);
        await _publishers.Sweep.RunAsync(Cancel);
        await WorkAsync();
        Assert.Contains("boxed", Text(Page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hexo")]
    [InlineData("none")]
    public async Task Other_generators_have_none(string generator)
    {
        await _account.CreateAsync(Cancel);
        await UploadAsync("site.yml", $"generator: {generator}\n");
        foreach (var name in (string[])["_includes/box.html", "_data/people.yml", "source/_data/people.yml"])
        {
            var report = await UploadAsync(name, "x: y\n");
            Assert.Equal((PublishOutcome.Unchanged, "Files and folders whose names begin with _ or . are not published."), (report.Outcome, Assert.Single(report.Reasons).Message));
        }

        await WorkAsync();
        Assert.True((await _publishers.Sweep.RunThoroughlyAsync(Cancel)).IsClean);
    }

    private string Text(string path) => Encoding.UTF8.GetString(_stored.Snapshot("$web")[path].Content.Span);

    private async Task<PublishReport> UploadAsync(string name, string text)
    {
        await _account.Posts.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true, Cancel);
        return await _publishers.Sources.PublishAsync(name, Cancel);
    }

    private async Task WorkAsync()
    {
        do
        {
            await _publishers.Listings.RunAsync(Cancel);
            while ((await _account.Publish.ReceiveMessageAsync(TimeSpan.FromMinutes(1), Cancel)).Value is { } message)
            {
                await _publishers.Messages.TakeUpAsync(message.Body.ToString(), Cancel);
                await _account.Publish.DeleteMessageAsync(message.MessageId, message.PopReceipt, Cancel);
            }

            await _publishers.Listings.RunAsync(Cancel);
        }
        while (_stored.MessagesOf("publish-post").Count > 0);
    }
}
