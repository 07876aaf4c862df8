using Blobpress.Functions.Tests.Hosting;
using Blobpress.Functions.Tests.Package;
using Blobpress.Functions.Tests.Sites;

namespace Blobpress.Functions.Tests.Workers;

public sealed class KilledWorkerTests(PublishedApp app, FunctionsHost host, SiteFixture fixture) : IClassFixture<SiteFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Where a worker is killed: at the request that is never answered, by method and path, while it publishes a photograph or the post that shows it.</summary>
    [Theory]
    [InlineData("variant.jpg", "PUT", "/$web/images/")]
    [InlineData("file.jpg", "PUT", "/$web/file.jpg")]
    [InlineData("page.md", "PUT", "/$web/2026/")]
    [InlineData("record.md", "POST", "/posts")]
    [InlineData("wake-up.md", "POST", "/site-changed/messages")]
    [InlineData("receipt.md", "PUT", "/receipts/")]
    public async Task Another_worker_takes_the_message_of_one_that_was_killed(string uploaded, string method, string path)
    {
        await using var proxy = await HoldingProxy.StartAsync(fixture.Site.Settings["AzureWebJobsStorage"]);
        await using var doomed = await Worker.StartAsync(host, app, new Dictionary<string, string>(fixture.Site.Settings) { ["AzureWebJobsStorage"] = proxy.ConnectionString });
        var photograph = Path.ChangeExtension(uploaded, ".jpg");
        var post = SiteFixture.Text($"Killed at its {uploaded}", $"![Low tide]({photograph})");
        await fixture.PublishAsync(photograph, SiteFixture.Photograph(200 + uploaded.Length));
        if (uploaded == photograph)
        {
            await fixture.PublishAsync(Path.ChangeExtension(uploaded, ".md"), post);
        }

        await fixture.Site.UploadAsync(uploaded, uploaded == photograph ? SiteFixture.Photograph(300 + uploaded.Length) : post);
        var held = proxy.Hold(method, path);
        var invocation = doomed.InvokeAsync("PostUploaded", Invocation.Blob(uploaded));
        await held.WaitAsync(TimeSpan.FromMinutes(1), Cancel);
        await doomed.KillAsync();
        await Assert.ThrowsAsync<WorkerGoneException>(() => invocation);

        await fixture.Triggers.UploadedAsync(uploaded);
        Assert.Empty(await fixture.Triggers.DrainAsync());
        await fixture.Triggers.TickAsync("Sweep");
        Assert.Empty(await fixture.Triggers.DrainAsync());
        await fixture.AssertIsAsTheLocalHostMakesItAsync();
    }
}
