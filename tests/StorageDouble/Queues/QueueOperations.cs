using Blobpress.StorageDouble.Tracing;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Queues;

/// <summary>Which queue operation a request asks for; null where the double does not have it.</summary>
internal static class QueueOperations
{
    public static OperationKind? Classify(StorageRequest request)
    {
        var parts = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var isPeek = request.Query["peekonly"] == "true";
        return (parts.Length, request.Method, request.Query["comp"]) switch
        {
            (0, "GET", "list") => OperationKind.ListQueues,
            (1, "PUT", null) => OperationKind.CreateQueue,
            (1, "DELETE", null) => OperationKind.DeleteQueue,
            (1, "GET" or "HEAD", "metadata") => OperationKind.GetQueueProperties,
            (1, "PUT", "metadata") => OperationKind.SetQueueMetadata,
            (2, "POST", null) => OperationKind.PutMessage,
            (2, "GET", null) => isPeek ? OperationKind.PeekMessages : OperationKind.GetMessages,
            (2, "DELETE", null) => OperationKind.ClearMessages,
            (3, "PUT", null) => OperationKind.UpdateMessage,
            (3, "DELETE", null) => OperationKind.DeleteMessage,
            _ => null,
        };
    }
}
