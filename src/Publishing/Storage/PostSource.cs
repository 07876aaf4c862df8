using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Blobpress.Site.Posts;

namespace Blobpress.Publishing.Storage;

/// <summary>
/// Reads what authors uploaded. A name that is no source's (<see cref="SourceName"/>) is not asked for, since a client would
/// reach another blob by it or none: it is looked for in a listing, and its bytes are not read.
/// </summary>
public sealed class PostSource(BlobContainerClient posts)
{
    /// <summary>Reads a source, or says that it is as it was, or gone.</summary>
    /// <param name="name">The blob's name.</param>
    /// <param name="known">The version the caller already knows, or null.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<SourceState> ReadAsync(string name, string? known, CancellationToken cancel)
    {
        if (SourceName.Problem(name) is not null)
        {
            return await FindAsync(name, cancel).ConfigureAwait(false) is { } listed ? StateOf(listed, known) : new SourceState.Gone();
        }

        try
        {
            var options = new BlobDownloadOptions { Conditions = known is null ? null : new() { IfNoneMatch = new ETag($"\"{known}\"") } };
            var response = await posts.GetBlobClient(name).DownloadContentAsync(options, cancel).ConfigureAwait(false);
            if (response.GetRawResponse().Status == 304)
            {
                return new SourceState.AsKnown();
            }

            var blob = response.Value;
            return FolderMarker.Is(name, blob.Details.ContentLength, blob.Details.Metadata)
                ? new SourceState.Gone()
                : new SourceState.Present(blob.Content, VersionOf(blob.Details.ETag), blob.Details.LastModified, blob.Details.ContentType);
        }
        catch (RequestFailedException error) when (error.Status is 404 or 304)
        {
            return error.Status == 304 ? new SourceState.AsKnown() : new SourceState.Gone();
        }
    }

    /// <summary>An ETag as kept in records: a listing gives it without the quotes that a header has.</summary>
    public static string VersionOf(ETag etag) => etag.ToString().Trim('"');

    /// <summary>True where the source is still the version that was read.</summary>
    public async Task<bool> IsStillAsync(string name, string? etag, CancellationToken cancel)
    {
        if (SourceName.Problem(name) is not null)
        {
            return etag == (await FindAsync(name, cancel).ConfigureAwait(false) is { Properties.ETag: { } listed } ? VersionOf(listed) : null);
        }

        try
        {
            var properties = (await posts.GetBlobClient(name).GetPropertiesAsync(cancellationToken: cancel).ConfigureAwait(false)).Value;
            return etag == (FolderMarker.Is(name, properties.ContentLength, properties.Metadata) ? null : VersionOf(properties.ETag));
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            return etag is null;
        }
    }

    private static SourceState StateOf(BlobItem blob, string? known)
    {
        var version = VersionOf(blob.Properties.ETag ?? default);
        return version == known
            ? new SourceState.AsKnown()
            : new SourceState.Present(BinaryData.Empty, version, blob.Properties.LastModified ?? default, blob.Properties.ContentType);
    }

    // Names in a listing are ordered, so one of just this spelling is the first of those that begin with it.
    private async Task<BlobItem?> FindAsync(string name, CancellationToken cancel)
    {
        try
        {
            await foreach (var page in posts.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, name, cancel).AsPages(pageSizeHint: 1).ConfigureAwait(false))
            {
                if (page.Values is [var first, ..])
                {
                    return first.Name == name && !FolderMarker.Is(first) ? first : null;
                }
            }
        }
        catch (RequestFailedException error) when (error.Status == 400)
        {
            // No blob of such a name can be.
        }

        return null;
    }
}

/// <summary>A source as it is now.</summary>
public abstract record SourceState
{
    private SourceState()
    {
    }

    /// <summary>It is there, and was read.</summary>
    public sealed record Present(BinaryData Bytes, string ETag, DateTimeOffset Uploaded, string? ContentType) : SourceState;

    /// <summary>It is the version the caller knows.</summary>
    public sealed record AsKnown : SourceState;

    /// <summary>There is none.</summary>
    public sealed record Gone : SourceState;
}
