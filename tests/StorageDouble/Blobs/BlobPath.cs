using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Blobs;

/// <summary>The container and the blob a path names; either may be empty. The service takes a backslash in a name for a slash.</summary>
internal readonly record struct BlobPath(string Container, string Blob)
{
    public static BlobPath Read(StorageRequest request)
    {
        var path = request.Path.AsSpan(1);
        var slash = path.IndexOf('/');
        return slash < 0
            ? new(Uri.UnescapeDataString(path), "")
            : new(Uri.UnescapeDataString(path[..slash]), Uri.UnescapeDataString(path[(slash + 1)..]).Replace('\\', '/'));
    }
}
