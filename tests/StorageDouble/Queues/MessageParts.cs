namespace Blobpress.StorageDouble.Queues;

/// <summary>Which parts of a message an operation answers with.</summary>
[Flags]
internal enum MessageParts
{
    None = 0,
    Text = 1,
    Receipt = 2,
    DequeueCount = 4,
    Put = Receipt,
    Peek = Text | DequeueCount,
    Get = Text | DequeueCount | Receipt,
}
