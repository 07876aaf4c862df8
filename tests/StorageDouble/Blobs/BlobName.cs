namespace Blobpress.StorageDouble.Blobs;

/// <summary>What a blob's name must hold to: 1 to 1,024 characters, 254 segments at most (Naming and referencing containers, blobs, and metadata).</summary>
internal static class BlobName
{
    private const int MaxLength = 1024;
    private const int MostSegments = 254;

    public static bool IsAllowed(string name) => name.Length is > 0 and <= MaxLength && name.Count(letter => letter == '/') < MostSegments;
}
