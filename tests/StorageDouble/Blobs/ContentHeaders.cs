using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Blobs;

/// <summary>The headers a blob keeps and gives back to its readers.</summary>
internal sealed record ContentHeaders(string Type, string? CacheControl, string? Encoding, string? Language, string? Disposition, string? Md5)
{
    /// <summary>Reads the x-ms-blob-* headers; what is absent is absent afterwards.</summary>
    public static ContentHeaders Read(NameValues headers) => new(
        headers["x-ms-blob-content-type"] ?? "application/octet-stream",
        headers["x-ms-blob-cache-control"],
        headers["x-ms-blob-content-encoding"],
        headers["x-ms-blob-content-language"],
        headers["x-ms-blob-content-disposition"],
        headers["x-ms-blob-content-md5"]);

    public void WriteTo(StorageReply reply, bool isWhole)
    {
        reply.With("Content-Type", Type)
            .With("Cache-Control", CacheControl)
            .With("Content-Encoding", Encoding)
            .With("Content-Language", Language)
            .With("Content-Disposition", Disposition)
            // A part has no MD5 of its own: the whole blob's goes by another name.
            .With(isWhole ? "Content-MD5" : "x-ms-blob-content-md5", Md5);
    }
}
