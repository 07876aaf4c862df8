using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Queues;

/// <summary>The errors of the queue service, after its list of error codes.</summary>
internal static class QueueErrors
{
    public static StorageError QueueAlreadyExists { get; } = new(409, "QueueAlreadyExists", "The specified queue already exists.");

    public static StorageError QueueNotFound { get; } = new(404, "QueueNotFound", "The specified queue does not exist.");

    public static StorageError MessageNotFound { get; } = new(404, "MessageNotFound", "The specified message does not exist.");

    public static StorageError PopReceiptMismatch { get; } = new(400, "PopReceiptMismatch", "The specified pop receipt did not match the pop receipt for a dequeued message.");

    public static StorageError MessageTooLarge { get; } = new(400, "MessageTooLarge", "The message exceeds the maximum allowed size (64KB).");
}
