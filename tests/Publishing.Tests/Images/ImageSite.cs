using System.Collections.Concurrent;
using Blobpress.Publishing.Images;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Sweeping;
using Blobpress.Site.Settings;
using Blobpress.StorageDouble.Simulation;

namespace Blobpress.Publishing.Tests.Images;

/// <summary>A whole site in a storage account in memory, its images from origins that a test plays.</summary>
internal sealed class ImageSite
{
    private readonly StorageDouble.StorageAccount stored;
    private readonly TimeProvider clock;
    private readonly Publishers publishers;

    private ImageSite(TimeProvider clock, Func<ImageSite, Publishers> publishers)
    {
        this.clock = clock;
        stored = new(clock);
        this.publishers = publishers(this);
    }

    /// <summary>What each URL answers; a URL without an answer is not found.</summary>
    public ConcurrentDictionary<string, Func<ImageRequest, FetchResult>> Origins { get; } = [];

    /// <summary>URLs whose answers wait for something.</summary>
    public ConcurrentDictionary<string, Task> Held { get; } = [];

    /// <summary>The requests that origins saw.</summary>
    public ConcurrentQueue<ImageRequest> Requests { get; } = [];

    public IEnumerable<string> Originals => stored.Snapshot("blobpress").Keys.Where(name => name.StartsWith("originals/", StringComparison.Ordinal));

    public IEnumerable<string> Variants => stored.Snapshot("$web").Keys.Where(name => name.StartsWith("images/", StringComparison.Ordinal));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A site whose clock moves only by <see cref="AdvanceAsync"/>.</summary>
    public static Task<ImageSite> CreateAsync() => CreateAsync(new PublishingOptions());

    /// <summary>Likewise, with options of its own.</summary>
    public static async Task<ImageSite> CreateAsync(PublishingOptions options)
    {
        var site = new ImageSite(new SimulatedClock(), site => site.Instance(options));
        await site.Connect().CreateAsync(Cancel);
        return site;
    }

    /// <summary>A site on the system's clock with a real fetcher.</summary>
    public static async Task<ImageSite> CreateAsync(ImageFetcher fetcher)
    {
        var site = new ImageSite(TimeProvider.System, site => site.Instance(fetcher));
        await site.Connect().CreateAsync(Cancel);
        return site;
    }

    /// <summary>One more instance of the app, its images from <see cref="Origins"/>.</summary>
    public Publishers Instance(PublishingOptions options) => new(Connect(), FetchAsync, EncodeAsync, options, clock);

    /// <summary>The publishers of one more instance of the app.</summary>
    public Publishers Instance(ImageFetcher fetcher) => new(Connect(), fetcher, new(), clock);

    public async Task UploadAsync(string name, string text) => await UploadAsync(name, BinaryData.FromString(text));

    public async Task UploadAsync(string name, BinaryData bytes) => await Connect().Posts.GetBlobClient(name).UploadAsync(bytes, overwrite: true, Cancel);

    public async Task RemoveAsync(string name)
    {
        await Connect().Posts.DeleteBlobAsync(name, cancellationToken: Cancel);
        await PublishAsync(name);
        await SweepAsync();
    }

    public async Task<PublishReport> PublishAsync(string name) => await publishers.Sources.PublishAsync(name, Cancel);

    /// <summary>Uploads a post that shows images, and publishes it.</summary>
    public async Task<PublishReport> PostAsync(string name, params string[] images)
    {
        await UploadAsync(name + ".md", Post(name, images));
        return await PublishAsync(name + ".md");
    }

    public static string Post(string name, params string[] images) =>
        $"---\ntitle: {name}\ndate: 2022-01-29\npermalink: /{name}/\n---\n\nText.\n\n" + string.Join("\n\n", images.Select(url => $"![alt of {name}]({url})"));

    /// <summary>Lets time pass and the sweep run, with all it asks for.</summary>
    public async Task<SweepReport> AdvanceAsync(TimeSpan span)
    {
        Wait(span);
        return await SweepAsync();
    }

    public Sweep Sweep => publishers.Sweep;

    /// <summary>Lets time pass without a sweep.</summary>
    public void Wait(TimeSpan span) => ((SimulatedClock)clock).Advance(span);

    public async Task<SweepReport> SweepAsync()
    {
        var report = await publishers.Sweep.RunAsync(Cancel);
        await WorkQueueAsync();
        return report;
    }

    /// <summary>Publishes what the queue asks for, and tells the lists.</summary>
    public async Task WorkQueueAsync()
    {
        var queue = Connect().Publish;
        while ((await queue.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(1), Cancel)).Value is { Length: > 0 } messages)
        {
            foreach (var message in messages)
            {
                await publishers.Messages.TakeUpAsync(message.Body.ToString(), Cancel);
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, Cancel);
            }
        }

        await publishers.Listings.RunAsync(Cancel);
    }

    public async Task LoseOriginalsAsync()
    {
        foreach (var name in Originals.ToList())
            await Connect().State.DeleteBlobAsync(name, cancellationToken: Cancel);
    }

    public string Page(string name) => File($"{name}/index.html").ToString();

    public BinaryData File(string path) => BinaryData.FromBytes(stored.Snapshot("$web")[path].Content);

    /// <summary>The variants that a page names.</summary>
    public IReadOnlyList<string> ShownIn(string name) =>
        [.. Variants.Where(path => Page(name).Contains(path, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static FetchResult Image(byte[] bytes, string? etag = null) => new FetchResult.Fetched(bytes, etag, null, new("http://img.test/"));

    private Storage.StorageAccount Connect()
    {
        var connection = stored.Connect();
        return new(connection.Blobs, connection.Queues, connection.Tables);
    }

    private async Task<FetchResult> FetchAsync(ImageRequest request, FetchSettings settings, CancellationToken cancel)
    {
        Requests.Enqueue(request);
        await (Held.TryGetValue(request.Url.AbsoluteUri, out var held) ? held : Task.CompletedTask);
        return Origins.TryGetValue(request.Url.AbsoluteUri, out var answer)
            ? answer(request)
            : new FetchResult.Failed($"{request.Url}: answered 404 Not Found", null, Permanent: true);
    }

    private static Task<ResizeResult> EncodeAsync(
        ReadOnlyMemory<byte> source, ImageSettings settings, FetchSettings limits, bool socialCard, CancellationToken cancel) =>
        Task.FromResult(ImageResizer.Resize(source, settings, limits, socialCard));
}
