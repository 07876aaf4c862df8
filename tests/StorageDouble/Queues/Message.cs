namespace Blobpress.StorageDouble.Queues;

/// <summary>One version of a message. The pop receipt changes with each dequeue and each update.</summary>
internal sealed record Message(
    string Id,
    string Text,
    DateTimeOffset Inserted,
    DateTimeOffset Expires,
    DateTimeOffset NextVisible,
    string PopReceipt,
    int DequeueCount);
