using Blobpress.StorageDouble.Blobs;
using Blobpress.StorageDouble.Queues;
using Blobpress.StorageDouble.Tables;
using Blobpress.StorageDouble.Tracing;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble;

/// <summary>The services of an account, and which of them a request is for.</summary>
internal sealed class Services(Stamps stamps)
{
    public BlobService Blobs { get; } = new(stamps);

    public QueueService Queues { get; } = new(stamps);

    public TableService Tables { get; } = new(stamps);

    public static OperationKind? Classify(StorageRequest request) => request.Service switch
    {
        StorageService.Blob => BlobOperations.Classify(request),
        StorageService.Queue => QueueOperations.Classify(request),
        _ => TableOperations.Classify(request),
    };

    public StorageReply Perform(OperationKind kind, StorageRequest request)
    {
        try
        {
            return request.Service switch
            {
                StorageService.Blob => Blobs.Perform(kind, request),
                StorageService.Queue => Queues.Perform(kind, request),
                _ => Tables.Perform(kind, request),
            };
        }
        catch (StorageException refusal)
        {
            return refusal.Error.ToReply(request);
        }
    }

    public IEnumerable<KeyValuePair<string, StoredBlob>> ReadBlobs(string container) =>
        from found in Blobs.Containers
        where found.Name == container
        from pair in found.Slots.All()
        let blob = pair.Value.Blob
        where blob is not null
        select KeyValuePair.Create(pair.Key, new StoredBlob(blob.Content, blob.Headers.Type, blob.Headers.CacheControl));

    public IEnumerable<StoredEntity> ReadEntities(string table) =>
        from found in Tables.Tables
        where string.Equals(found.Name, table, StringComparison.OrdinalIgnoreCase)
        from pair in found.Entities.All()
        select new StoredEntity(pair.Key.Partition, pair.Key.Row, pair.Value.Properties);

    public IEnumerable<StoredMessage> ReadMessages(string queue, DateTimeOffset now) =>
        from found in Queues.Queues
        where found.Name == queue
        from message in found.At(now)
        select new StoredMessage(message.Text, message.DequeueCount, message.NextVisible <= now);
}
