using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Blobpress.Local.Keeping;

/// <summary>Takes messages from the publish queue as the Functions runtime does: what failed too often is parked, for a thorough sweep.</summary>
/// <param name="queue">The messages.</param>
/// <param name="parked">Where a message goes that failed too often.</param>
internal sealed class PublishQueue(QueueClient queue, QueueClient parked)
{
    private static readonly TimeSpan Invisible = TimeSpan.FromMinutes(1);
    private const int MostMessages = 32;
    private const int AtOnce = 8;
    private const int MostAttempts = 5;

    /// <summary>Works off some messages.</summary>
    /// <returns>How many there were; 0 where the queue is empty.</returns>
    /// <exception cref="AggregateException">Some failed; they come again in a minute, and the others are done.</exception>
    public async Task<int> WorkAsync(Func<string, CancellationToken, Task> takeUp, CancellationToken cancel)
    {
        var messages = (await queue.ReceiveMessagesAsync(MostMessages, Invisible, cancel)).Value;
        var faults = new List<Exception>();
        await Parallel.ForEachAsync(messages, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (message, stop) =>
        {
            try
            {
                await takeUp(message.Body.ToString(), stop);
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, stop);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                await ParkAsync(message, fault, stop);
                lock (faults)
                {
                    faults.Add(fault);
                }
            }
        });
        return faults.Count == 0 ? messages.Length : throw new AggregateException(faults);
    }

    private async Task ParkAsync(QueueMessage message, Exception fault, CancellationToken cancel)
    {
        // What is no message of ours does not become one by trying again.
        if (message.DequeueCount >= MostAttempts || fault is FormatException)
        {
            await parked.CreateIfNotExistsAsync(cancellationToken: cancel);
            await parked.SendMessageAsync(message.Body, cancellationToken: cancel);
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancel);
        }
    }
}
