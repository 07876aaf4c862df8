using System.Text.Json;
using Azure.Storage.Queues;
using Blobpress.Functions.Tests.Hosting;
using Blobpress.Functions.Tests.Protocol;

namespace Blobpress.Functions.Tests.Sites;

/// <summary>Each kind of event has, byte for byte, the effect on the site that the local host's publishers have.</summary>
public sealed class EventTests(SiteFixture fixture) : IClassFixture<SiteFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("uploads/plain.md")]
    [InlineData("uploads/two words, 100% + more.md")]
    [InlineData("uploads/海边 ü.md")]
    [InlineData("uploads/a?b#c&d=e.html")]
    [InlineData("uploads/deep/er/and~more'(1).md")]
    public async Task An_upload_becomes_a_page(string name)
    {
        await fixture.PublishAsync(name, SiteFixture.Text($"Uploaded {name.Length}", "Hello."));
        Assert.Contains($"Uploaded {name.Length}", await fixture.Site.TextAsync("index.html"), StringComparison.Ordinal);
        await fixture.AssertIsAsTheLocalHostMakesItAsync();
    }

    [Fact]
    public async Task An_overwrite_replaces_the_page_and_its_address()
    {
        await fixture.PublishAsync("overwritten.md", SiteFixture.Text("Before", "One."));
        await fixture.PublishAsync("overwritten.md", SiteFixture.Text("Afterwards", "Two."));
        Assert.DoesNotContain("Before", await fixture.Site.TextAsync("index.html"), StringComparison.Ordinal);
        await fixture.AssertIsAsTheLocalHostMakesItAsync();
    }

    [Fact]
    public async Task An_event_that_comes_late_or_twice_changes_nothing()
    {
        await fixture.PublishAsync("twice.md", SiteFixture.Text("Twice", "One."));
        var files = await fixture.Site.FilesAsync();
        await fixture.Triggers.UploadedAsync("twice.md");
        Assert.Empty(await fixture.Triggers.DrainAsync());
        Assert.Equal(files, await fixture.Site.FilesAsync());
    }

    [Theory]
    [InlineData("eventgrid.md", """{"topic":"t","subject":"/blobServices/default/containers/posts/blobs/eventgrid.md","eventType":"Microsoft.Storage.BlobDeleted","id":"1","data":{"api":"DeleteBlob","url":"https://account.blob.core.windows.net/posts/eventgrid.md"},"dataVersion":"","metadataVersion":"1","eventTime":"2026-01-02T03:04:05Z"}""")]
    [InlineData("cloud events.md", """{"specversion":"1.0","source":"s","subject":"/blobServices/default/containers/posts/blobs/cloud events.md","type":"Microsoft.Storage.BlobDeleted","id":"1","time":"2026-01-02T03:04:05Z","data":{"api":"DeleteBlob","url":"https://account.blob.core.windows.net/posts/cloud%20events.md"}}""")]
    public async Task A_deletion_removes_the_page(string name, string message)
    {
        await PublishAndDeleteAsync(name);
        await fixture.Site.Account.Removed.SendMessageAsync(message, Cancel);
        Assert.Empty(await fixture.Triggers.DrainAsync());
        Assert.DoesNotContain($"Deleted {name}", await fixture.Site.TextAsync("index.html"), StringComparison.Ordinal);
        await fixture.AssertIsAsTheLocalHostMakesItAsync();
    }

    [Fact]
    public async Task A_deletion_that_is_not_encoded_is_parked_at_once_and_found_by_the_sweep()
    {
        await PublishAndDeleteAsync("plain-text.md");
        var plain = new QueueClient(fixture.Site.Settings["AzureWebJobsStorage"], "post-removed");
        await plain.SendMessageAsync("""{"subject":"/blobServices/default/containers/posts/blobs/plain-text.md","eventType":"Microsoft.Storage.BlobDeleted","id":"1"}""", Cancel);
        Assert.Empty(await fixture.Triggers.DrainAsync());
        Assert.Contains("Deleted plain-text.md", await fixture.Site.TextAsync("index.html"), StringComparison.Ordinal);

        await fixture.Triggers.TickAsync("Sweep");
        Assert.Empty(await fixture.Triggers.DrainAsync());
        await fixture.AssertIsAsTheLocalHostMakesItAsync();
    }

    [Fact]
    public async Task A_message_has_its_name_published()
    {
        await fixture.Site.UploadAsync("asked for.md", SiteFixture.Text("Asked for", "Hello."));
        await fixture.Site.Account.Publish.SendMessageAsync("""{"name":"asked for.md"}""", Cancel);
        Assert.Empty(await fixture.Triggers.DrainAsync());
        await fixture.AssertIsAsTheLocalHostMakesItAsync();
    }

    [Fact]
    public async Task A_wake_up_has_the_lists_follow()
    {
        await fixture.Site.UploadAsync("woken.md", SiteFixture.Text("Woken", "Hello."));
        await fixture.Triggers.UploadedAsync("woken.md");
        await fixture.Site.Account.Changed.ClearMessagesAsync(Cancel);
        Assert.DoesNotContain("Woken", await fixture.Site.TextAsync("index.html"), StringComparison.Ordinal);

        await fixture.Site.Account.Changed.SendMessageAsync("", Cancel);
        Assert.Empty(await fixture.Triggers.DrainAsync());
        await fixture.AssertIsAsTheLocalHostMakesItAsync();
    }

    [Fact]
    public async Task A_sweep_finds_what_no_event_told_of()
    {
        await fixture.PublishAsync("swept-away.md", SiteFixture.Text("Swept away", "Hello."));
        await fixture.Site.DeleteAsync("swept-away.md");
        await fixture.Site.UploadAsync("swept.md", SiteFixture.Text("Swept", "Hello."));
        await fixture.Triggers.TickAsync("Sweep");
        Assert.Empty(await fixture.Triggers.DrainAsync());
        await fixture.AssertIsAsTheLocalHostMakesItAsync();
    }

    [Fact]
    public async Task A_thorough_sweep_takes_up_what_was_parked_and_mends_the_site()
    {
        await fixture.PublishAsync("mended.md", SiteFixture.Text("Mended", "Hello."));
        await fixture.Site.Account.Web.DeleteBlobAsync("index.html", cancellationToken: Cancel);
        await fixture.Site.Account.Web.DeleteBlobAsync((await fixture.Site.FilesAsync()).Single(file => file.Contains("/mended/", StringComparison.Ordinal)).Split(' ')[0], cancellationToken: Cancel);
        var poison = fixture.Site.Account.Parked.Single(queue => queue.Name == "webjobs-blobtrigger-poison");
        await poison.CreateIfNotExistsAsync(cancellationToken: Cancel);
        await poison.SendMessageAsync("""{"Type":"BlobTrigger","FunctionId":"f","BlobType":"BlockBlob","ContainerName":"posts","BlobName":"mended.md","ETag":"\"0x1\""}""", Cancel);

        await fixture.Triggers.TickAsync("ThoroughSweep");
        Assert.Empty(await fixture.Triggers.DrainAsync());
        Assert.Equal(0, (await poison.GetPropertiesAsync(Cancel)).Value.ApproximateMessagesCount);
        await fixture.AssertIsAsTheLocalHostMakesItAsync();
    }

    [Theory]
    [InlineData("PostRemoved", "not json", "A message that should be an event is no JSON")]
    [InlineData("PostRemoved", """{"eventType":"Microsoft.Storage.BlobTierChanged","subject":"x"}""", "An event of type Microsoft.Storage.BlobTierChanged came in where only")]
    [InlineData("PostRemoved", """{"eventType":"Microsoft.Storage.BlobDeleted","subject":"/blobServices/default/containers/other/blobs/a.md"}""", "An event's subject is to begin with")]
    [InlineData("PublishPost", "not json", "A publish message is a JSON object with a string \"name\"")]
    [InlineData("PublishPost", """{"name":""}""", "A publish message has an empty \"name\".")]
    [InlineData("PublishPost", """{"name":7}""", "A publish message is a JSON object with a string \"name\"")]
    public async Task A_message_that_is_not_understood_fails_and_says_why(string function, string message, string reason)
    {
        var result = (await fixture.Worker.InvokeAsync(function, Invocation.Message(message))).Result;
        Assert.Equal(StatusResult.Types.Status.Failure, result.Status);
        Assert.Contains(reason, result.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_is_not_understood_is_parked_and_holds_up_no_other()
    {
        await fixture.Site.UploadAsync("beside.md", SiteFixture.Text("Beside", "Hello."));
        await fixture.Site.Account.Publish.SendMessageAsync("?", Cancel);
        await fixture.Site.Account.Publish.SendMessageAsync(JsonSerializer.Serialize(new { name = "beside.md" }), Cancel);
        var faults = await fixture.Triggers.DrainAsync();
        Assert.Equal(5, faults.Count);
        var parked = fixture.Site.Account.Parked.Single(queue => queue.Name == "publish-post-poison");
        Assert.Equal("?", (await parked.ReceiveMessageAsync(cancellationToken: Cancel)).Value.Body.ToString());
        await parked.ClearMessagesAsync(Cancel);
        await fixture.AssertIsAsTheLocalHostMakesItAsync();
    }

    private async Task PublishAndDeleteAsync(string name)
    {
        await fixture.PublishAsync(name, SiteFixture.Text($"Deleted {name}", "Hello."));
        await fixture.Site.DeleteAsync(name);
    }
}
