namespace Blobpress.StorageDouble.Queues;

/// <summary>A queue: its messages in the order they were put, expired ones gone.</summary>
internal sealed class MessageQueue(string name, IReadOnlyList<KeyValuePair<string, string>> metadata)
{
    private readonly List<Message> messages = [];

    public string Name { get; } = name;

    public IReadOnlyList<KeyValuePair<string, string>> Metadata { get; set; } = metadata;

    /// <summary>All messages that have not expired, visible or not.</summary>
    public IReadOnlyList<Message> At(DateTimeOffset now)
    {
        messages.RemoveAll(message => message.Expires <= now);
        return messages;
    }

    public IEnumerable<Message> VisibleAt(DateTimeOffset now) => At(now).Where(message => message.NextVisible <= now);

    public void Add(Message message) => messages.Add(message);

    public void Clear() => messages.Clear();

    public void Remove(Message message) => messages.Remove(message);

    public void Replace(Message before, Message after) => messages[messages.IndexOf(before)] = after;

    /// <summary>The message with this ID, dequeued last with this receipt.</summary>
    public Message Require(string id, string? receipt, DateTimeOffset now)
    {
        var message = At(now).FirstOrDefault(message => message.Id == id) ?? throw QueueErrors.MessageNotFound.Raise();
        return message.PopReceipt == receipt ? message : throw QueueErrors.PopReceiptMismatch.Raise();
    }
}
