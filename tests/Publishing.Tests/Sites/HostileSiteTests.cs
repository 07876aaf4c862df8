using System.Net;
using System.Net.Sockets;
using Azure.Storage.Blobs.Models;
using Blobpress.Publishing.Hosting;
using Blobpress.Publishing.Images;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Tests.Azurite;

namespace Blobpress.Publishing.Tests.Sites;

/// <summary>Everything that ever stopped a site, through the publishers as the Functions app calls them: an event for each file, then the lists.</summary>
public class HostileSiteTests(AzuriteFixture azurite)
{
    private const int Good = 100;

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_bad_upload_stops_nothing()
    {
        var hostile = Hostile();
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var fetcher = new ImageFetcher(new() { ConnectTo = [new("h0.test", 80, IPAddress.Loopback, ((IPEndPoint)silent.LocalEndpoint).Port)] });
        var account = StorageConnection.Open(azurite.NewAccount());
        await account.CreateAsync(Cancel);
        var publishers = new Publishers(account, fetcher, new(), TimeProvider.System);
        await UploadAsync("site.yml", BinaryData.FromString("fetch: {publish_wait: 2s}\n"));
        await publishers.Sources.PublishAsync("site.yml", Cancel);
        var names = new List<string>();
        foreach (var file in Directory.EnumerateFiles(hostile, "*", SearchOption.AllDirectories))
        {
            names.Add("hostile/" + Path.GetRelativePath(hostile, file).Replace('\\', '/'));
            await UploadAsync(names[^1], BinaryData.FromBytes(await File.ReadAllBytesAsync(file, Cancel)));
        }

        for (var at = 0; at < Good; at++)
        {
            names.Add($"good{at}.md");
            await UploadAsync(names[^1], BinaryData.FromString($"---\ntitle: Good {at}\ndate: 2023-{1 + (at % 12):D2}-{1 + (at % 28):D2}\npermalink: /good/{at}/\n---\nText {at}.\n"));
        }

        await Parallel.ForEachAsync(names, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancel }, async (name, stop) =>
        {
            var report = await publishers.Sources.PublishAsync(name, stop);
            Assert.True(report.Outcome is PublishOutcome.Published || report.Reasons.Count > 0, $"{name}: {report.Outcome}");
            Assert.Equal(report.Outcome, (await publishers.Receipts.ReadAsync(name, stop))!.Outcome);
        });
        await publishers.Listings.RunAsync(Cancel);

        var archive = new List<string>();
        await foreach (var file in account.Web.GetBlobsAsync(BlobTraits.None, BlobStates.None, "archives/", Cancel))
        {
            archive.Add((await account.Web.GetBlobClient(file.Name).DownloadContentAsync(Cancel)).Value.Content.ToString());
        }

        for (var at = 0; at < Good; at++)
        {
            Assert.True(await account.Web.GetBlobClient($"good/{at}/index.html").ExistsAsync(Cancel));
            Assert.Contains(archive, page => page.Contains($"href=\"/good/{at}/\"", StringComparison.Ordinal));
        }

        async Task UploadAsync(string name, BinaryData bytes) => await account.Posts.GetBlobClient(name).UploadAsync(bytes, overwrite: true, Cancel);
    }

    private static string Hostile()
    {
        var above = AppContext.BaseDirectory;
        while (above is not null && !Directory.Exists(Path.Combine(above, "shared", "hostile")))
        {
            above = Path.GetDirectoryName(above);
        }

        Assert.SkipWhen(above is null, "There is no folder ../shared/hostile beside the repository.");
        return Path.Combine(above!, "shared", "hostile");
    }
}
