using System.Diagnostics;
using Azure.Storage.Blobs;
using Blobpress.Publishing;
using Blobpress.Publishing.Hosting;
using Blobpress.Publishing.Images;
using Blobpress.Publishing.Storage;

namespace Blobpress.Benchmarks.Sites;

/// <summary>From upload to page and home page live, in a site on an Azurite; the event comes at once.</summary>
internal static class LiveTime
{
    /// <summary>New posts that are timed one after the other; their mean counts. One before them warms up.</summary>
    public const int Samples = 5;

    /// <summary>Seconds, the mean of some new posts in a site of so many.</summary>
    public static async Task<double> MeasureAsync(string connection, int posts)
    {
        var account = StorageConnection.Open(connection);
        using var fetcher = new ImageFetcher();
        var publishers = new Publishers(account, fetcher, new(), TimeProvider.System);
        await PublishAsync(account, publishers, posts);
        var watch = Stopwatch.StartNew();
        for (var sample = 1; sample <= Samples; sample++)
        {
            await PublishAsync(account, publishers, posts + sample);
        }

        return watch.Elapsed.TotalSeconds / Samples;
    }

    private static async Task PublishAsync(StorageAccount account, Publishers publishers, int number)
    {
        var name = SitePosts.NameOf(number);
        await account.Posts.GetBlobClient(name).UploadAsync(BinaryData.FromString(SitePosts.Text(number)), overwrite: true);
        var report = await publishers.Sources.PublishAsync(name, default);
        await publishers.Listings.RunAsync(default);
        await account.Changed.ClearMessagesAsync();
        foreach (var blob in new[] { report.Url!.TrimStart('/') + "index.html", "index.html" })
        {
            await CheckAsync(account.Web.GetBlobClient(blob), SitePosts.TitleOf(number));
        }
    }

    private static async Task CheckAsync(BlobClient blob, string title)
    {
        var page = (await blob.DownloadContentAsync()).Value.Content.ToString();
        if (!page.Contains(title, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{blob.Name} does not show {title}");
        }
    }
}
