namespace Blobpress.StorageDouble.Blobs;

/// <summary>The answer to a listing: blobs in the order of their names, prefixes among them (with no blob), and where to go on, or null.</summary>
internal sealed record BlobPage(IReadOnlyList<(string Name, Blob? Blob)> Entries, string? Next);
