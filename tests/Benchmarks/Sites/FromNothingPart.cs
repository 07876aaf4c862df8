using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Blobpress.Benchmarks.Images;
using Blobpress.Publishing;
using Blobpress.Publishing.Hosting;
using Blobpress.Publishing.Images;

namespace Blobpress.Benchmarks.Sites;

/// <summary>The process that publishes a whole site: an event for each post, the lists told now and then, as the hosts do it.</summary>
internal static class FromNothingPart
{
    private const int AtOnce = 8;
    private const int Batch = 1000;

    /// <summary>Prints what it took.</summary>
    public static async Task<int> RunAsync(string connection, string count)
    {
        var posts = int.Parse(count, CultureInfo.InvariantCulture);
        var account = StorageConnection.Open(connection);
        using var fetcher = new ImageFetcher();
        var publishers = new Publishers(account, fetcher, new(), TimeProvider.System);
        var watch = Stopwatch.StartNew();
        await account.CreateAsync(default);
        for (var start = 0; start < posts; start += Batch)
        {
            var end = Math.Min(start + Batch, posts);
            await Parallel.ForAsync(start, end, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, cancel) =>
                await publishers.Sources.PublishAsync(SitePosts.NameOf(number), cancel));
            await publishers.Listings.RunAsync(default);
            await account.Changed.ClearMessagesAsync();
            await Console.Error.WriteLineAsync(FormattableString.Invariant($"{end:N0} posts on Azurite, {end / watch.Elapsed.TotalSeconds:0.0} a second"));
        }

        var cpu = Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
        Console.WriteLine(JsonSerializer.Serialize(new FromNothing(posts, watch.Elapsed.TotalSeconds, cpu, Machine.PeakMegabytes), PartProcess.Json));
        return 0;
    }
}
