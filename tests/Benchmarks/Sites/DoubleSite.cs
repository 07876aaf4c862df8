using System.Diagnostics;
using Blobpress.Publishing;
using Blobpress.Publishing.Images;
using Blobpress.Publishing.Posts;
using Blobpress.StorageDouble.Tracing;
using StorageAccount = Blobpress.StorageDouble.StorageAccount;

namespace Blobpress.Benchmarks.Sites;

/// <summary>A site in the storage double, which counts the operations of its publishers; authors' own uploads are not counted.</summary>
internal sealed class DoubleSite : IDisposable
{
    // So many changes are noted before the lists take them in, as in a steady stream of uploads.
    private const int Batch = 1000;

    private readonly StorageAccount _account = new() { Trace = { KeepsRequests = false } };
    private readonly ImageFetcher _fetcher = new();
    private readonly Publishing.Storage.StorageAccount _storage;
    private readonly Publishers _publishers;
    private readonly Publishers _bulk;

    private DoubleSite()
    {
        var connection = _account.Connect();
        _storage = new(connection.Blobs, connection.Queues, connection.Tables);
        _publishers = new(_storage, _fetcher, new(), TimeProvider.System);
        _bulk = new(_storage, _fetcher, new() { ChangesAtOnce = Batch }, TimeProvider.System);
    }

    public static async Task<DoubleSite> CreateAsync()
    {
        var site = new DoubleSite();
        await site._storage.CreateAsync(default);
        return site;
    }

    /// <summary>What the authors do; null deletes.</summary>
    public async Task UploadAsync(string name, string? text)
    {
        var blob = _storage.Posts.GetBlobClient(name);
        await (text is null ? (Task)blob.DeleteAsync() : blob.UploadAsync(BinaryData.FromString(text), overwrite: true));
    }

    /// <summary>Takes in posts of the series, many at once.</summary>
    public async Task GrowAsync(int from, int to)
    {
        var watch = Stopwatch.StartNew();
        for (var start = from; start < to; start += Batch)
        {
            var end = Math.Min(start + Batch, to);
            await Parallel.ForAsync(start, end, async (number, _) =>
            {
                await UploadAsync(SitePosts.NameOf(number), SitePosts.Text(number));
                await PublishAsync(_bulk, SitePosts.NameOf(number), PublishOutcome.Published);
            });
            await _bulk.Listings.RunAsync(default);
            await _storage.Changed.ClearMessagesAsync();
            await Console.Error.WriteLineAsync(FormattableString.Invariant($"{end:N0} posts, {(end - from) / watch.Elapsed.TotalSeconds:0} a second"));
        }

        await SettleAsync(_bulk);
    }

    /// <summary>One change of one post from its event to a site at rest, as the hosts' triggers do it.</summary>
    public async Task<CaseCost> CostOfAsync(string name, PublishOutcome outcome)
    {
        var before = _account.Trace.Counts;
        var watch = Stopwatch.StartNew();
        await PublishAsync(_publishers, name, outcome);
        await SettleAsync(_publishers);
        return new(watch.Elapsed.TotalMilliseconds, _account.Trace.Counts - before);
    }

    /// <summary>How often the home page is written while a number of uploads come in at once, a listing publisher following their wake-ups.</summary>
    public async Task<int> HomeWritesAsync(IReadOnlyList<string> names)
    {
        var writes = 0;
        _account.Faults = call =>
        {
            writes += call is { Kind: OperationKind.PutBlob, Path: "/$web/index.html" } ? 1 : 0;
            return null;
        };
        var uploads = Parallel.ForEachAsync(names, async (name, _) => await PublishAsync(_publishers, name, PublishOutcome.Published));
        while (!uploads.IsCompleted)
        {
            await TakeAsync(_publishers);
            await Task.Yield();
        }

        await uploads;
        await SettleAsync(_publishers);
        _account.Faults = null;
        return writes;
    }

    public void Dispose() => _fetcher.Dispose();

    private static async Task PublishAsync(Publishers publishers, string name, PublishOutcome outcome)
    {
        var report = await publishers.Sources.PublishAsync(name, default);
        if (report.Outcome != outcome)
        {
            throw new InvalidOperationException($"{name} came out as {report.Outcome}: {string.Join(' ', report.Reasons)}");
        }
    }

    private async Task SettleAsync(Publishers publishers)
    {
        while (await TakeAsync(publishers))
        {
        }
    }

    // As both queue triggers do.
    private async Task<bool> TakeAsync(Publishers publishers)
    {
        var changed = (await _storage.Changed.ReceiveMessagesAsync(1)).Value;
        foreach (var message in changed)
        {
            await publishers.Listings.RunAsync(default);
            await _storage.Changed.DeleteMessageAsync(message.MessageId, message.PopReceipt);
        }

        var names = (await _storage.Publish.ReceiveMessagesAsync(1)).Value;
        foreach (var message in names)
        {
            await publishers.Messages.TakeUpAsync(message.Body.ToString(), default);
            await _storage.Publish.DeleteMessageAsync(message.MessageId, message.PopReceipt);
        }

        return changed.Length + names.Length > 0;
    }
}
