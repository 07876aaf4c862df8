namespace Blobpress.StorageDouble.Blobs;

/// <summary>A block of a blob, by its base64 ID.</summary>
internal sealed record Block(string Id, byte[] Content);
