using System.Text;
using Blobpress.Publishing.Images;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Storage;
using Blobpress.StorageDouble.Simulation;

namespace Blobpress.Publishing.Tests.Sites;

/// <summary>A site in storage that is simulated: what is uploaded is published at once, and all that waits is worked off when it is asked for.</summary>
internal sealed class SimulatedSite : IDisposable
{
    private readonly StorageDouble.StorageAccount _stored = new(new SimulatedClock());
    private readonly ImageFetcher _fetcher = new();
    private readonly StorageAccount _account;
    private readonly Publishers _publishers;

    public SimulatedSite()
    {
        var connection = _stored.Connect();
        _account = new(connection.Blobs, connection.Queues, connection.Tables);
        _publishers = new(_account, _fetcher, new(), TimeProvider.System);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A site of these files, each uploaded once and in this order.</summary>
    public static async Task<SimulatedSite> OfAsync(IEnumerable<KeyValuePair<string, string>> files)
    {
        var site = new SimulatedSite();
        await site._account.CreateAsync(Cancel);
        foreach (var (name, text) in files)
        {
            await site.UploadAsync(name, text);
        }

        await site.WorkAsync();
        return site;
    }

    /// <summary>The files of <c>$web</c> by name, as texts.</summary>
    public IReadOnlyDictionary<string, string> Files => _stored.Snapshot("$web").ToDictionary(file => file.Key, file => Encoding.UTF8.GetString(file.Value.Content.Span));

    public async Task<PublishReport> UploadAsync(string name, string text)
    {
        await PutAsync(name, text);
        return await _publishers.Sources.PublishAsync(name, Cancel);
    }

    /// <summary>Uploads a file whose event is lost.</summary>
    public async Task PutAsync(string name, string text) => await _account.Posts.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true, Cancel);

    public async Task<PublishReport> DeleteAsync(string name)
    {
        await _account.Posts.DeleteBlobAsync(name, cancellationToken: Cancel);
        return await _publishers.Sources.PublishAsync(name, Cancel);
    }

    public Task SweepAsync() => _publishers.Sweep.RunAsync(Cancel);

    /// <summary>True where a thorough sweep finds nothing to do.</summary>
    public async Task<bool> IsCleanAsync() => (await _publishers.Sweep.RunThoroughlyAsync(Cancel)).IsClean;

    public async Task WorkAsync()
    {
        do
        {
            await _publishers.Listings.RunAsync(Cancel);
            while ((await _account.Publish.ReceiveMessageAsync(TimeSpan.FromMinutes(1), Cancel)).Value is { } message)
            {
                await _publishers.Messages.TakeUpAsync(message.Body.ToString(), Cancel);
                await _account.Publish.DeleteMessageAsync(message.MessageId, message.PopReceipt, Cancel);
            }

            await _publishers.Listings.RunAsync(Cancel);
        }
        while (_stored.MessagesOf("publish-post").Count > 0);
    }

    public void Dispose() => _fetcher.Dispose();
}
