using System.Diagnostics;
using Blobpress.Functions.Tests.Hosting;
using Blobpress.Functions.Tests.Package;
using Blobpress.Functions.Tests.Sites;

namespace Blobpress.Functions.Tests.Workers;

/// <summary>A worker that is told to end while a post is worked on.</summary>
public sealed class StoppedWorkerTests(PublishedApp app, FunctionsHost host, SiteFixture fixture) : IClassFixture<SiteFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_ends_within_five_seconds_of_SIGTERM_and_another_takes_its_message()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        await using var proxy = await HoldingProxy.StartAsync(fixture.Site.Settings["AzureWebJobsStorage"]);
        await using var stopped = await Worker.StartAsync(host, app, new Dictionary<string, string>(fixture.Site.Settings) { ["AzureWebJobsStorage"] = proxy.ConnectionString });
        await fixture.Site.UploadAsync("stopped.md", SiteFixture.Text("Stopped in the midst", "Text."));
        var held = proxy.Hold("PUT", "/$web/2026/");
        var invocation = stopped.InvokeAsync("PostUploaded", Invocation.Blob("stopped.md"));
        await held.WaitAsync(TimeSpan.FromMinutes(1), Cancel);

        var watch = Stopwatch.StartNew();
        await stopped.SignalAsync("TERM");

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.False(invocation.IsCompletedSuccessfully && (await invocation).Result.Status == Protocol.StatusResult.Types.Status.Success);
        await fixture.Triggers.UploadedAsync("stopped.md");
        Assert.Empty(await fixture.Triggers.DrainAsync());
        await fixture.AssertIsAsTheLocalHostMakesItAsync();
    }
}
