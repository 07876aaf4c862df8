using Azure.Storage.Queues;

namespace Blobpress.StorageDouble.Direct;

/// <summary>The queue service for a direct connection; texts are sent as they are.</summary>
internal sealed class DirectQueues(DirectCalls calls) : QueueServiceClient
{
    public override QueueClient GetQueueClient(string queueName) => new DirectQueue(calls, queueName);
}
