using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Blobpress.Publishing.Images;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Receipts;
using Blobpress.Publishing.Storage;
using Blobpress.Publishing.Sweeping;
using Blobpress.Site.Settings;
using Blobpress.StorageDouble.Simulation;
using StoredBlob = Blobpress.StorageDouble.StoredBlob;

namespace Blobpress.Publishing.Tests;

/// <summary>A site in a storage account in memory, on a clock that a test moves; no image is to be had.</summary>
internal sealed class SmallSite
{
    private readonly StorageDouble.StorageAccount _stored;
    private readonly StorageAccount _account;
    private readonly Publishers _publishers;

    private SmallSite()
    {
        _stored = new(Clock);
        var connection = _stored.Connect();
        _account = new(connection.Blobs, connection.Queues, connection.Tables);
        _publishers = new(_account, FetchAsync, EncodeAsync, new(), Clock);
    }

    public SimulatedClock Clock { get; } = new();

    /// <summary>What goes wrong with requests.</summary>
    public FaultPolicy? Faults
    {
        set => _stored.Faults = value;
    }

    public ReceiptStore Receipts => _publishers.Receipts;

    public TableClient Records => _account.Records;

    public TableClient Lists => _account.Lists;

    public TableClient Images => _account.Images;

    public BlobContainerClient State => _account.State;

    public BlobContainerClient Web => _account.Web;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<SmallSite> CreateAsync()
    {
        var site = new SmallSite();
        await site._account.CreateAsync(Cancel);
        return site;
    }

    public Task<PublishReport> UploadAsync(string name, string text) => UploadAsync(name, System.Text.Encoding.UTF8.GetBytes(text));

    public async Task<PublishReport> UploadAsync(string name, byte[] bytes)
    {
        await _account.Posts.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(bytes), overwrite: true, Cancel);
        return await PublishAsync(name);
    }

    /// <summary>Puts a blob under just this name, whatever .NET's clients would make of it; its event is lost.</summary>
    public void Put(string name, string text, params IEnumerable<KeyValuePair<string, string>> metadata) =>
        _stored.PutBlob("posts", name, BinaryData.FromString(text), metadata);

    /// <summary>A file of the site, or null.</summary>
    public StoredBlob? File(string name) => _stored.Snapshot("$web").GetValueOrDefault(name);

    /// <summary>The texts of the site's files below a prefix.</summary>
    public IEnumerable<string> Texts(string prefix) => _stored.Snapshot("$web")
        .Where(file => file.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(file => System.Text.Encoding.UTF8.GetString(file.Value.Content.Span));

    /// <summary>The media types of all files of the site.</summary>
    public IEnumerable<string?> Types => _stored.Snapshot("$web").Values.Select(file => file.ContentType);

    /// <summary>Deletes a blob by just this name; its event is lost.</summary>
    public void Delete(string name) => _stored.DeleteBlob("posts", name);

    /// <summary>The names of all receipts.</summary>
    public IEnumerable<string> ReceiptNames => _stored.Snapshot("receipts").Keys;

    /// <summary>The names of the files of the site that come from posts and the files beside them.</summary>
    public IEnumerable<string> Pages => _stored.Snapshot("$web").Keys.Where(name => name is not ("404.html" or "robots.txt" or "sitemap.xml") && !name.StartsWith("theme/", StringComparison.Ordinal));

    public async Task<PublishReport> RemoveAsync(string name)
    {
        await _account.Posts.DeleteBlobAsync(name, cancellationToken: Cancel);
        return await PublishAsync(name);
    }

    public Task<PublishReport> PublishAsync(string name) => _publishers.Sources.PublishAsync(name, Cancel);

    /// <summary>The names that records are kept of.</summary>
    public async Task<IReadOnlyList<string>> RecordsAsync()
    {
        var names = new List<string>();
        await foreach (var state in new PostRecords(Records).WalkAsync("", Cancel))
        {
            names.AddRange(state.Name == "site.yml" ? [] : [state.Name]);
        }

        return names;
    }

    public async Task ListAsync() => await _publishers.Listings.RunAsync(Cancel);

    /// <summary>A sweep, with all that it asks for.</summary>
    public async Task<SweepReport> SweepAsync(bool thoroughly = false)
    {
        var report = await (thoroughly ? _publishers.Sweep.RunThoroughlyAsync(Cancel) : _publishers.Sweep.RunAsync(Cancel));
        await WorkQueueAsync();
        return report;
    }

    /// <summary>Does what messages ask for, and tells the lists.</summary>
    public async Task WorkQueueAsync()
    {
        while ((await _account.Publish.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(1), Cancel)).Value is { Length: > 0 } messages)
        {
            foreach (var message in messages)
            {
                await _publishers.Messages.TakeUpAsync(message.Body.ToString(), Cancel);
                await _account.Publish.DeleteMessageAsync(message.MessageId, message.PopReceipt, Cancel);
            }
        }

        await ListAsync();
    }

    /// <summary>The latest receipt as its author reads it; null where there is none.</summary>
    public string? ReceiptText(string source) =>
        _stored.Snapshot("receipts").TryGetValue(Publishing.Receipts.ReceiptNames.Of(source), out var blob) ? BinaryData.FromBytes(blob.Content).ToString() : null;

    public Task LoseReceiptAsync(string source) => _account.Receipts.DeleteBlobAsync(Publishing.Receipts.ReceiptNames.Of(source), cancellationToken: Cancel);

    /// <summary>Every file of the site with its bytes, as one text.</summary>
    public string Files() => string.Join('\n', _stored.Snapshot("$web").OrderBy(file => file.Key, StringComparer.Ordinal)
        .Select(file => $"{file.Key}: {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(file.Value.Content.Span))}"));

    private static Task<FetchResult> FetchAsync(ImageRequest request, FetchSettings settings, CancellationToken cancel) =>
        Task.FromResult<FetchResult>(new FetchResult.Failed($"{request.Url}: answered 404 Not Found", null, Permanent: true));

    private static Task<ResizeResult> EncodeAsync(
        ReadOnlyMemory<byte> source, ImageSettings settings, FetchSettings limits, bool socialCard, CancellationToken cancel) =>
        throw new InvalidOperationException("There are no images.");
}
