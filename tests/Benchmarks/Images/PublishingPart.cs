using System.Diagnostics;
using System.Net;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Blobpress.Publishing;
using Blobpress.Publishing.Images;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Storage;

namespace Blobpress.Benchmarks.Images;

/// <summary>The process that publishes, as a host would: its start and all it compiles on the way count too.</summary>
internal static class PublishingPart
{
    private const int Workers = 2;

    public static async Task<PartUsage> RunAsync(string connection, int port, int posts)
    {
        var account = new StorageAccount(new BlobServiceClient(connection), new QueueServiceClient(connection), new TableServiceClient(connection));
        using var fetcher = new ImageFetcher(new() { ConnectTo = [new(PhotographOrigin.Host, 80, IPAddress.Loopback, port)] });
        var publishers = new Publishers(account, fetcher, new(), TimeProvider.System);
        await account.CreateAsync(default);
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(async _ =>
        {
            for (var post = Interlocked.Increment(ref next); post < posts; post = Interlocked.Increment(ref next))
                Check(await publishers.Sources.PublishAsync(PublishingMeasurement.NameOf(post), default));
        }));
        await publishers.Listings.RunAsync(default);
        return new(Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds, Machine.PeakMegabytes);
    }

    private static void Check(PublishReport report)
    {
        if (report is not { Outcome: PublishOutcome.Published, Images: [{ Outcome: "ready" }] })
            throw new InvalidOperationException($"not published with its image: {report}");
    }
}
