using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Blobpress.Site.Urls;

namespace Blobpress.Publishing.Storage;

/// <summary>
/// Writes <c>$web</c>, always on a condition: the caller first reads a file's <see cref="FileVersion"/>, then its inputs,
/// and the write fails with 412 or 409 where another writer came in between. So an older page never replaces a newer one.
/// </summary>
public sealed class SiteWriter(BlobContainerClient web)
{
    private const string HashKey = "sha256";
    private const string ContentKey = "content";
    private const string ListKey = "list";

    /// <summary>The file as it is now; <see cref="FileVersion.None"/> where there is none.</summary>
    public async Task<FileVersion> ReadVersionAsync(SitePath path, CancellationToken cancel)
    {
        try
        {
            var properties = (await web.GetBlobClient(path.Blob).GetPropertiesAsync(cancellationToken: cancel).ConfigureAwait(false)).Value;
            return new(properties.ETag, Value(properties.Metadata, HashKey), Value(properties.Metadata, ContentKey), properties.LastModified) { List = Value(properties.Metadata, ListKey) };
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            return FileVersion.None;
        }
    }

    /// <summary>Writes a file unless it has these very bytes already.</summary>
    /// <param name="path">Where.</param>
    /// <param name="seen">The version read before the inputs of <paramref name="content"/> were.</param>
    /// <param name="content">The bytes with their headers.</param>
    /// <param name="always">Write even equal bytes: their new ETag stops a removal that is under way.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>False where nothing was written.</returns>
    /// <exception cref="RequestFailedException">412 or 409: the file changed since; anything else is a fault.</exception>
    public async Task<bool> WriteAsync(SitePath path, FileVersion seen, FileContent content, bool always, CancellationToken cancel)
    {
        if (!MediaTypes.IsAllowed(content.ContentType))
        {
            throw new ArgumentException($"No file of the site is of the type {content.ContentType}.", nameof(content));
        }

        if (!always && seen.Hash == content.Hash)
        {
            return false;
        }

        await web.GetBlobClient(path.Blob).UploadAsync(content.Bytes, Options(content, seen.Condition), cancel).ConfigureAwait(false);
        return true;
    }

    /// <summary>
    /// Writes a file whose name is made of its content's hash, and one that is there already again: its new ETag stops a removal
    /// that is under way, and it takes no more requests than finding out.
    /// </summary>
    public Task WriteImmutableAsync(SitePath path, FileContent content, CancellationToken cancel) =>
        web.GetBlobClient(path.Blob).UploadAsync(content.Bytes, Options(content, null), cancel);

    /// <summary>Removes a file as it was seen; one that is gone already is no fault.</summary>
    /// <exception cref="RequestFailedException">412: the file was written again since.</exception>
    public async Task RemoveAsync(SitePath path, FileVersion seen, CancellationToken cancel)
    {
        if (seen == FileVersion.None)
        {
            return;
        }

        var blob = web.GetBlobClient(path.Blob);
        try
        {
            await blob.DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, seen.Condition, cancel).ConfigureAwait(false);
        }
        catch (RequestFailedException error) when (error.Status == 412)
        {
            // Storage answers 412 also where there is no blob: somebody else removed it, or our own answer was lost.
            if (await blob.ExistsAsync(cancel).ConfigureAwait(false))
            {
                throw;
            }
        }
    }

    private static string? Value(IDictionary<string, string> metadata, string key) => metadata.TryGetValue(key, out var value) ? value : null;

    private static BlobUploadOptions Options(FileContent content, BlobRequestConditions? condition) => new()
    {
        HttpHeaders = new() { ContentType = content.ContentType, CacheControl = content.CacheControl },
        Metadata = Metadata(content),
        Conditions = condition,
    };

    private static Dictionary<string, string> Metadata(FileContent content)
    {
        var metadata = new Dictionary<string, string> { [HashKey] = content.Hash };
        foreach (var (key, value) in new[] { (ContentKey, content.Content), (ListKey, content.List) })
        {
            if (value is not null)
            {
                metadata[key] = value;
            }
        }

        return metadata;
    }
}
