using Azure;
using Azure.Storage.Queues;
using Blobpress.Publishing.Storage;

namespace Blobpress.Publishing.Diagnostics;

/// <summary>Looks how long messages wait and how many are parked.</summary>
public sealed class QueueWatch(StorageAccount account, TimeProvider clock)
{
    /// <summary>Records the age of the oldest message of each queue and the number of messages in each poison queue.</summary>
    public async Task MeasureAsync(CancellationToken cancel)
    {
        foreach (var queue in new[] { account.Changed, account.Publish, account.Removed })
        {
            var oldest = (await queue.PeekMessageAsync(cancel).ConfigureAwait(false)).Value?.InsertedOn;
            Telemetry.Waiting(queue.Name, clock.GetUtcNow() - oldest ?? TimeSpan.Zero);
        }

        foreach (var queue in account.Parked)
        {
            Telemetry.IsParked(queue.Name, await CountAsync(queue, cancel).ConfigureAwait(false));
        }
    }

    private static async Task<int> CountAsync(QueueClient queue, CancellationToken cancel)
    {
        try
        {
            return (await queue.GetPropertiesAsync(cancel).ConfigureAwait(false)).Value.ApproximateMessagesCount;
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            // The runtime creates a poison queue with its first message.
            return 0;
        }
    }
}
