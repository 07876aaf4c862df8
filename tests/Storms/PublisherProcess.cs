using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Blobpress.Publishing;
using Blobpress.Publishing.Images;
using Blobpress.Publishing.Sweeping;
using Blobpress.StorageDouble;

namespace Blobpress.Storms;

/// <summary>One instance of the app, with what its triggers do: each takes messages as the Functions runtime does.</summary>
internal sealed class PublisherProcess
{
    // As in host.json: a message that failed so often is parked.
    private const int MostAttempts = 5;
    private const int MostMessages = 8;
    private static readonly TimeSpan Invisible = TimeSpan.FromMinutes(1);

    private readonly StorageConnection _connection;
    private readonly QueueServiceClient _queues;
    private readonly Publishers _publishers;

    public PublisherProcess(StorageConnection connection, ImageFetcher fetcher, TimeProvider clock)
    {
        _connection = connection;
        Name = connection.Process;
        _queues = _connection.Queues;
        Account = new(_connection.Blobs, _queues, _connection.Tables);
        _publishers = new(Account, fetcher.FetchAsync, Encodings.EncodeAsync, new PublishingOptions(), clock);
    }

    public string Name { get; }

    /// <summary>What is stored, as this process reaches it.</summary>
    public Publishing.Storage.StorageAccount Account { get; }

    public bool IsCrashed => _connection.IsCrashed;

    public void Crash() => _connection.Crash();

    public Task CreateAsync() => Account.CreateAsync(CancellationToken.None);

    public Task PublishAsync(string name) => _publishers.Sources.PublishAsync(name, CancellationToken.None);

    /// <summary>The triggers of both queues, each with a handful of messages.</summary>
    /// <returns>How many messages were taken.</returns>
    public async Task<int> WorkQueuesAsync()
    {
        var changed = await TakeAsync(Account.Changed, _ => _publishers.Listings.RunAsync(CancellationToken.None)).ConfigureAwait(false);
        var published = await TakeAsync(Account.Publish, text => _publishers.Messages.TakeUpAsync(text, CancellationToken.None)).ConfigureAwait(false);
        return changed + published;
    }

    /// <summary>The timer's trigger.</summary>
    public Task<SweepReport> SweepAsync(bool thoroughly) =>
        thoroughly ? _publishers.Sweep.RunThoroughlyAsync(CancellationToken.None) : _publishers.Sweep.RunAsync(CancellationToken.None);

    private async Task<int> TakeAsync(QueueClient queue, Func<string, Task> handle)
    {
        var messages = (await queue.ReceiveMessagesAsync(MostMessages, Invisible).ConfigureAwait(false)).Value;
        foreach (var message in messages)
        {
            await HandleAsync(queue, message, handle).ConfigureAwait(false);
        }

        return messages.Length;
    }

    private async Task HandleAsync(QueueClient queue, QueueMessage message, Func<string, Task> handle)
    {
        try
        {
            await handle(message.Body.ToString()).ConfigureAwait(false);
        }
        catch (Exception fault) when (Weather.IsStorageFault(fault))
        {
            if (message.DequeueCount < MostAttempts)
            {
                return;
            }

            await ParkAsync(queue, message).ConfigureAwait(false);
        }

        await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt).ConfigureAwait(false);
    }

    private async Task ParkAsync(QueueClient queue, QueueMessage message)
    {
        var poison = _queues.GetQueueClient(queue.Name + "-poison");
        await poison.CreateIfNotExistsAsync().ConfigureAwait(false);
        await poison.SendMessageAsync(message.Body).ConfigureAwait(false);
    }
}
