using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Blobpress.Publishing.Storage;

/// <summary>Reads what authors uploaded.</summary>
public sealed class PostSource(BlobContainerClient posts)
{
    /// <summary>Reads a source, or says that it is as it was, or gone.</summary>
    /// <param name="name">The blob's name.</param>
    /// <param name="known">The version the caller already knows, or null.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<SourceState> ReadAsync(string name, string? known, CancellationToken cancel)
    {
        try
        {
            var options = new BlobDownloadOptions { Conditions = known is null ? null : new() { IfNoneMatch = new ETag($"\"{known}\"") } };
            var response = await posts.GetBlobClient(name).DownloadContentAsync(options, cancel).ConfigureAwait(false);
            if (response.GetRawResponse().Status == 304)
            {
                return new SourceState.AsKnown();
            }

            var blob = response.Value;
            return new SourceState.Present(blob.Content, VersionOf(blob.Details.ETag), blob.Details.LastModified, blob.Details.ContentType);
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
        try
        {
            var properties = await posts.GetBlobClient(name).GetPropertiesAsync(cancellationToken: cancel).ConfigureAwait(false);
            return VersionOf(properties.Value.ETag) == etag;
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            return etag is null;
        }
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
