using Azure.Storage.Queues;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Storage;

namespace Blobpress.Publishing.Sweeping;

/// <summary>
/// Messages that failed too often were parked in poison queues. What they were about is in the records and the sources,
/// which the sweep compares anyway; so a parked name is published once more and the message goes.
/// </summary>
internal sealed class ParkedMessages(StorageAccount account)
{
    // A poison queue that is longer than this is an operator's business; the next sweep takes up the next ones.
    private const int Rounds = 10;
    private const int MostAtOnce = 32;

    /// <summary>Takes parked messages up again.</summary>
    /// <returns>How many.</returns>
    public async Task<int> TakeUpAsync(CancellationToken cancel)
    {
        var count = 0;
        foreach (var queue in account.Parked)
        {
            for (var round = 0; round < Rounds; round++)
            {
                var taken = await TakeUpAsync(queue, cancel).ConfigureAwait(false);
                count += taken;
                if (taken < MostAtOnce)
                {
                    break;
                }
            }
        }

        return count;
    }

    private async Task<int> TakeUpAsync(QueueClient queue, CancellationToken cancel)
    {
        if (!await queue.ExistsAsync(cancel).ConfigureAwait(false))
        {
            return 0;
        }

        var messages = (await queue.ReceiveMessagesAsync(MostAtOnce, TimeSpan.FromMinutes(5), cancel).ConfigureAwait(false)).Value;
        foreach (var message in messages)
        {
            if (ParkedMessage.NameIn(message.Body.ToString()) is { } name)
            {
                await account.Publish.SendMessageAsync(PublishMessage.Of(name), cancel).ConfigureAwait(false);
            }

            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancel).ConfigureAwait(false);
        }

        return messages.Length;
    }
}
