using Azure.Storage.Blobs.Models;

namespace Blobpress.Publishing.Storage;

/// <summary>
/// Empty blobs that stand for folders: tools leave them, and accounts with a hierarchical namespace list each folder as one.
/// They are no files, and nothing is to be said of them.
/// </summary>
internal static class FolderMarker
{
    // Set by the ABFS driver, blobfuse, AzCopy and the service itself.
    private const string Metadata = "hdi_isfolder";

    /// <summary>True for an empty blob that is marked as a folder, by its name's last slash or by metadata.</summary>
    /// <param name="blob">Listed with its metadata.</param>
    public static bool Is(BlobItem blob) => Is(blob.Name, blob.Properties.ContentLength ?? 0, blob.Metadata);

    /// <inheritdoc cref="Is(BlobItem)"/>
    public static bool Is(string name, long length, IDictionary<string, string>? metadata) =>
        length == 0 && (name.EndsWith('/') || metadata?.Any(IsMark) == true);

    private static bool IsMark(KeyValuePair<string, string> entry) =>
        entry.Key.Equals(Metadata, StringComparison.OrdinalIgnoreCase) && entry.Value.Equals("true", StringComparison.OrdinalIgnoreCase);
}
