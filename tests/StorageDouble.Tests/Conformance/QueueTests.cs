using Azure.Storage.Queues.Models;

namespace Blobpress.StorageDouble.Tests.Conformance;

public abstract class QueueTests(StorageBackend backend)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancel => StorageBackend.Cancel;

    [Fact]
    public async Task A_message_is_hidden_once_taken_and_gone_once_deleted()
    {
        var queue = await backend.NewQueueAsync();
        await queue.SendMessageAsync("<a> & 文", Cancel);

        QueueMessage taken = await queue.ReceiveMessageAsync(Minute, Cancel);

        Assert.Equal(("<a> & 文", 1), (taken.Body.ToString(), taken.DequeueCount));
        Assert.Null((await queue.ReceiveMessageAsync(Minute, Cancel)).Value);
        Assert.Equal(1, (await queue.GetPropertiesAsync(Cancel)).Value.ApproximateMessagesCount);
        await queue.DeleteMessageAsync(taken.MessageId, taken.PopReceipt, Cancel);
        Assert.Equal(0, (await queue.GetPropertiesAsync(Cancel)).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task An_update_makes_it_visible_again_and_takes_the_old_receipt_away()
    {
        var queue = await backend.NewQueueAsync();
        await queue.SendMessageAsync("one", Cancel);
        QueueMessage first = await queue.ReceiveMessageAsync(Minute, Cancel);
        UpdateReceipt update = await queue.UpdateMessageAsync(first.MessageId, first.PopReceipt, "two", TimeSpan.Zero, Cancel);
        Assert.NotEqual(first.PopReceipt, update.PopReceipt);

        QueueMessage second = await queue.ReceiveMessageAsync(Minute, Cancel);

        Assert.Equal(("two", 2), (second.Body.ToString(), second.DequeueCount));
        await Refusal.ExpectAsync(400, "PopReceiptMismatch", () => queue.DeleteMessageAsync(first.MessageId, first.PopReceipt, Cancel));
        await queue.DeleteMessageAsync(second.MessageId, second.PopReceipt, Cancel);
        await Refusal.ExpectAsync(404, "MessageNotFound", () => queue.DeleteMessageAsync(second.MessageId, second.PopReceipt, Cancel));
    }

    [Fact]
    public async Task A_message_sent_for_later_does_not_show_yet()
    {
        var queue = await backend.NewQueueAsync();
        await queue.SendMessageAsync("later", Minute, cancellationToken: Cancel);
        Assert.Null((await queue.ReceiveMessageAsync(Minute, Cancel)).Value);
        Assert.Empty((await queue.PeekMessagesAsync(32, Cancel)).Value);
    }

    [Fact]
    public async Task Peeking_changes_nothing()
    {
        var queue = await backend.NewQueueAsync();
        await queue.SendMessageAsync("one", Cancel);
        PeekedMessage peeked = await queue.PeekMessageAsync(Cancel);
        QueueMessage taken = await queue.ReceiveMessageAsync(Minute, Cancel);
        Assert.Equal(("one", 0, 1), (peeked.Body.ToString(), peeked.DequeueCount, taken.DequeueCount));
    }

    [Fact]
    public async Task Up_to_32_are_taken_at_once()
    {
        var queue = await backend.NewQueueAsync();
        for (var count = 0; count < 33; count++)
        {
            await queue.SendMessageAsync("x", Cancel);
        }

        Assert.Equal(32, (await queue.ReceiveMessagesAsync(32, Minute, Cancel)).Value.Length);
        await Refusal.ExpectAsync(400, "OutOfRangeQueryParameterValue", () => queue.ReceiveMessagesAsync(33, Minute, Cancel));
        await queue.ClearMessagesAsync(Cancel);
        Assert.Equal(0, (await queue.GetPropertiesAsync(Cancel)).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task A_queue_is_made_once_without_complaint_and_a_missing_one_named()
    {
        var queue = await backend.NewQueueAsync();
        await queue.CreateIfNotExistsAsync(cancellationToken: Cancel);
        Assert.True(await queue.ExistsAsync(Cancel));
        var missing = backend.Queues.GetQueueClient(StorageBackend.NewName());
        Assert.False(await missing.ExistsAsync(Cancel));
        await Refusal.ExpectAsync(404, "QueueNotFound", () => missing.SendMessageAsync("x", Cancel));
    }
}
