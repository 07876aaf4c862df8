using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Blobpress.Local.Preview;

/// <summary>One version of a blob: its properties and a seekable stream of its content, which the caller disposes of.</summary>
internal sealed record SiteFile(BlobDownloadDetails Details, Stream Content)
{
    // Pages are read in one request, so that properties and content are of one version; films are not held in memory.
    private const long MaxInMemory = 8_000_000;

    public static async Task<SiteFile> OpenAsync(BlobClient blob, CancellationToken cancel)
    {
        using BlobDownloadStreamingResult download = await blob.DownloadStreamingAsync(cancellationToken: cancel);
        if (download.Details.ContentLength > MaxInMemory)
        {
            var conditions = new BlobRequestConditions { IfMatch = download.Details.ETag };
            var options = new BlobOpenReadOptions(allowModifications: false) { Conditions = conditions };
            return new SiteFile(download.Details, await blob.OpenReadAsync(options, cancel));
        }

        var content = new MemoryStream((int)download.Details.ContentLength);
        await download.Content.CopyToAsync(content, cancel);
        content.Position = 0;
        return new SiteFile(download.Details, content);
    }
}
