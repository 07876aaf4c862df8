using System.Globalization;
using System.Xml.Linq;
using Blobpress.StorageDouble.Blobs;
using Blobpress.StorageDouble.Tracing;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Queues;

/// <summary>The queue service: queues, and for messages the class that performs their operations.</summary>
internal sealed class QueueService(Stamps stamps)
{
    private readonly SortedDictionary<string, MessageQueue> queues = new(StringComparer.Ordinal);
    private readonly Messages messages = new(stamps);

    public IEnumerable<MessageQueue> Queues => queues.Values;

    public StorageReply Perform(OperationKind kind, StorageRequest request)
    {
        var parts = (string[]?)request.Target ?? request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return kind switch
        {
            OperationKind.ListQueues => List(request),
            OperationKind.CreateQueue => Create(parts[0], request),
            _ => Perform(kind, request, Require(parts[0]), parts.Length > 2 ? Uri.UnescapeDataString(parts[2]) : ""),
        };
    }

    public MessageQueue Require(string name) => queues.TryGetValue(name, out var queue) ? queue : throw QueueErrors.QueueNotFound.Raise();

    private StorageReply Perform(OperationKind kind, StorageRequest request, MessageQueue queue, string id) => kind switch
    {
        OperationKind.DeleteQueue => Delete(queue),
        OperationKind.GetQueueProperties => Describe(queue),
        OperationKind.SetQueueMetadata => SetMetadata(request, queue),
        OperationKind.PutMessage => messages.Put(request, queue),
        OperationKind.GetMessages => messages.Get(request, queue),
        OperationKind.PeekMessages => messages.Peek(request, queue),
        OperationKind.UpdateMessage => messages.Update(request, queue, id),
        OperationKind.DeleteMessage => messages.Delete(request, queue, id),
        _ => Messages.Clear(queue),
    };

    private StorageReply Create(string name, StorageRequest request)
    {
        var metadata = Blob.ReadMetadata(request.Headers);
        if (!queues.TryGetValue(name, out var queue))
        {
            queues[name] = new MessageQueue(name, metadata);
            return new StorageReply(201);
        }

        return queue.Metadata.SequenceEqual(metadata) ? new StorageReply(204) : throw QueueErrors.QueueAlreadyExists.Raise();
    }

    private StorageReply Delete(MessageQueue queue)
    {
        queues.Remove(queue.Name);
        return new StorageReply(204);
    }

    private static StorageReply SetMetadata(StorageRequest request, MessageQueue queue)
    {
        queue.Metadata = Blob.ReadMetadata(request.Headers);
        return new StorageReply(204);
    }

    private StorageReply Describe(MessageQueue queue)
    {
        var count = queue.At(stamps.Now).Count.ToString(CultureInfo.InvariantCulture);
        var reply = new StorageReply(200).With("x-ms-approximate-messages-count", count);
        foreach (var (name, value) in queue.Metadata)
        {
            reply.With("x-ms-meta-" + name, value);
        }

        return reply;
    }

    private StorageReply List(StorageRequest request)
    {
        var prefix = request.Query["prefix"] ?? "";
        var found = queues.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal));
        var list = new XElement(
            "EnumerationResults",
            new XElement("Queues", found.Select(name => new XElement("Queue", new XElement("Name", name)))),
            new XElement("NextMarker"));
        return StorageReply.Xml(200, list.ToString());
    }
}
