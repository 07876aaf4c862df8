using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Blobs;

/// <summary>The container and the blob a path names; either may be empty.</summary>
internal sealed record BlobPath(string Container, string Blob)
{
    public static BlobPath Read(StorageRequest request)
    {
        var path = (BlobPath?)request.Target ?? Parse(request.Path.AsSpan(1));
        request.Target = path;
        return path;
    }

    /// <summary>The service takes a backslash in a name for a slash.</summary>
    public static BlobPath Of(string container, string blob) => new(container, blob.Replace('\\', '/'));

    private static BlobPath Parse(ReadOnlySpan<char> path)
    {
        var slash = path.IndexOf('/');
        return slash < 0
            ? new(Uri.UnescapeDataString(path), "")
            : Of(Uri.UnescapeDataString(path[..slash]), Uri.UnescapeDataString(path[(slash + 1)..]));
    }
}
