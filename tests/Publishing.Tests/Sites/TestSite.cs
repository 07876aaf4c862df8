using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Blobpress.Publishing.Images;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Storage;
using Blobpress.Publishing.Sweeping;

namespace Blobpress.Publishing.Tests.Sites;

/// <summary>A site in an account of its own: authors upload, triggers run, readers look.</summary>
internal sealed class TestSite
{
    private static readonly TimeSpan Invisible = TimeSpan.FromMinutes(1);

    private readonly Publishers _publishers;

    public TestSite(string connection, ImageFetcher fetcher, TestClock clock)
        : this(new StorageAccount(new BlobServiceClient(connection), new QueueServiceClient(connection), new TableServiceClient(connection)), fetcher, clock)
    {
    }

    private TestSite(StorageAccount account, ImageFetcher fetcher, TestClock clock)
    {
        Account = account;
        Clock = clock;
        _publishers = new(account, fetcher, new PublishingOptions(), clock);
    }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public StorageAccount Account { get; }

    public TestClock Clock { get; }

    /// <summary>Another instance of the app, for the same site.</summary>
    public TestSite Beside(ImageFetcher fetcher) => new(Account, fetcher, Clock);

    /// <summary>Uploads files (<see cref="Archive"/>), each with its event, and waits until lists and messages are worked off.</summary>
    /// <returns>What became of the last.</returns>
    public async Task<PublishReport> UploadAsync(string files)
    {
        PublishReport? report = null;
        foreach (var (name, text) in Archive.Read(files))
        {
            await PutAsync(name, text);
            report = await _publishers.Sources.PublishAsync(name, Cancel);
        }

        await SettleAsync();
        return report!;
    }

    /// <summary>Deletes a file, event included.</summary>
    public async Task<PublishReport> DeleteAsync(string name)
    {
        await LoseAsync(name);
        var report = await PublishAsync(name);
        await SettleAsync();
        return report;
    }

    /// <summary>An event about a file, whatever is true of it.</summary>
    public Task<PublishReport> PublishAsync(string name) => _publishers.Sources.PublishAsync(name, Cancel);

    /// <summary>Uploads files whose events are lost.</summary>
    public async Task PutAllAsync(string files)
    {
        foreach (var (name, text) in Archive.Read(files))
        {
            await PutAsync(name, text);
        }
    }

    /// <summary>Uploads a file whose event is lost.</summary>
    public Task PutAsync(string name, string text) => Account.Posts.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true, Cancel);

    /// <summary>Deletes a file; the event is lost.</summary>
    public Task LoseAsync(string name) => Account.Posts.GetBlobClient(name).DeleteIfExistsAsync(cancellationToken: Cancel);

    public async Task<SweepReport> SweepAsync(bool thoroughly = false)
    {
        var report = await (thoroughly ? _publishers.Sweep.RunThoroughlyAsync(Cancel) : _publishers.Sweep.RunAsync(Cancel));
        await SettleAsync();
        return report;
    }

    /// <summary>Lists, then whatever publishing one post asked of another, until nothing is left.</summary>
    public async Task SettleAsync()
    {
        do
        {
            await _publishers.Listings.RunAsync(Cancel);
        }
        while (await WorkQueueAsync());
    }

    /// <summary>Holds pages to an archive: those whose names begin so, or all but archives and the page for what is not found.</summary>
    public async Task ShowsAsync(string archive, params string[] prefixes)
    {
        var pages = (await Snapshot.OfAsync(Account.Web, Cancel)).Where(file => IsShown(file.Key, prefixes));
        Assert.Equal(archive.ReplaceLineEndings("\n"), Archive.Write(pages.Select(file => KeyValuePair.Create(file.Key, file.Value.Text))));
    }

    private static bool IsShown(string name, string[] prefixes) => prefixes.Length > 0
        ? prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))
        : name.EndsWith(".html", StringComparison.Ordinal) && name != "404.html" && !name.Contains("archives/", StringComparison.Ordinal);

    private async Task<bool> WorkQueueAsync()
    {
        var messages = (await Account.Publish.ReceiveMessagesAsync(32, Invisible, Cancel)).Value;
        foreach (var message in messages)
        {
            await _publishers.Messages.TakeUpAsync(message.Body.ToString(), Cancel);
            await Account.Publish.DeleteMessageAsync(message.MessageId, message.PopReceipt, Cancel);
        }

        return messages.Length > 0;
    }
}
