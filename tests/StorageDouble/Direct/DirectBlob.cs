using System.Runtime.InteropServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Blobpress.StorageDouble.Blobs;
using Blobpress.StorageDouble.Tracing;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Direct;

/// <summary>A blob for a direct connection.</summary>
internal sealed class DirectBlob(DirectCalls calls, string container, string name) : BlobClient
{
    public override string Name => name;

    /// <summary>A blob as a listing shows it; there its ETag has no quotes.</summary>
    public static BlobItem Item(string name, Blob blob, bool withMetadata)
    {
        var properties = BlobsModelFactory.BlobItemProperties(
            accessTierInferred: false, contentType: blob.Headers.Type, contentLength: blob.Content.Length, lastModified: Seconds(blob.Modified), eTag: new(blob.ETag.Trim('"')));
        return BlobsModelFactory.BlobItem(name, deleted: false, properties, metadata: withMetadata ? Metadata(blob) : null);
    }

    public override async Task<Response<BlobProperties>> GetPropertiesAsync(BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default)
    {
        var reply = await calls.RequireAsync(Request("HEAD", conditions), OperationKind.GetBlobProperties, cancellationToken).ConfigureAwait(false);
        var blob = (Blob)reply.Value!;
        var properties = BlobsModelFactory.BlobProperties(
            lastModified: Seconds(blob.Modified), contentLength: blob.Content.Length, contentType: blob.Headers.Type, eTag: new(blob.ETag),
            cacheControl: blob.Headers.CacheControl, metadata: Metadata(blob), createdOn: Seconds(blob.Created));
        return Response.FromValue(properties, DirectCalls.Raw(reply));
    }

    public override async Task<Response<bool>> ExistsAsync(CancellationToken cancellationToken = default)
    {
        var reply = await calls.SendAsync(Request("HEAD", null), OperationKind.GetBlobProperties, cancellationToken).ConfigureAwait(false);
        var isThere = reply.Status < 400;
        return isThere || DirectCalls.CodeOf(reply) == BlobErrors.BlobNotFound.Code ? Response.FromValue(isThere, DirectCalls.Raw(reply)) : throw DirectCalls.Refusal(reply);
    }

    public override Task<Response<BlobDownloadResult>> DownloadContentAsync(CancellationToken cancellationToken) => DownloadContentAsync(default(BlobDownloadOptions), cancellationToken);

    public override async Task<Response<BlobDownloadResult>> DownloadContentAsync(BlobDownloadOptions? options = null, CancellationToken cancellationToken = default)
    {
        var reply = await calls.RequireAsync(Request("GET", options?.Conditions), OperationKind.GetBlob, cancellationToken).ConfigureAwait(false);
        if (reply.Value is not Blob blob)
        {
            return Response.FromValue(BlobsModelFactory.BlobDownloadResult(), DirectCalls.Raw(reply));
        }

        var details = BlobsModelFactory.BlobDownloadDetails(
            contentLength: blob.Content.Length, contentType: blob.Headers.Type, lastModified: Seconds(blob.Modified), metadata: Metadata(blob), eTag: new(blob.ETag));
        return Response.FromValue(BlobsModelFactory.BlobDownloadResult(BinaryData.FromBytes(blob.Content), details), DirectCalls.Raw(reply));
    }

    public override Task<Response<BlobContentInfo>> UploadAsync(BinaryData content, bool overwrite = false, CancellationToken cancellationToken = default) =>
        UploadAsync(content, new BlobUploadOptions { Conditions = overwrite ? null : new() { IfNoneMatch = ETag.All } }, cancellationToken);

    public override async Task<Response<BlobContentInfo>> UploadAsync(BinaryData content, BlobUploadOptions options, CancellationToken cancellationToken = default)
    {
        var request = Request("PUT", options.Conditions) with { Body = Bytes(content) };
        request.Headers.AddIfAny("x-ms-blob-content-type", options.HttpHeaders?.ContentType);
        request.Headers.AddIfAny("x-ms-blob-cache-control", options.HttpHeaders?.CacheControl);
        foreach (var (key, value) in options.Metadata ?? new Dictionary<string, string>())
        {
            request.Headers.Add("x-ms-meta-" + key, value);
        }

        var reply = await calls.RequireAsync(request, OperationKind.PutBlob, cancellationToken).ConfigureAwait(false);
        var blob = (Blob)reply.Value!;
        return Response.FromValue(BlobsModelFactory.BlobContentInfo(new ETag(blob.ETag), Seconds(blob.Modified)), DirectCalls.Raw(reply));
    }

    public override async Task<Response<bool>> DeleteIfExistsAsync(
        DeleteSnapshotsOption snapshotsOption = DeleteSnapshotsOption.None, BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default)
    {
        var reply = await calls.SendAsync(Request("DELETE", conditions), OperationKind.DeleteBlob, cancellationToken).ConfigureAwait(false);
        var wasThere = reply.Status < 400;
        return wasThere || DirectCalls.CodeOf(reply) is "BlobNotFound" or "ContainerNotFound"
            ? Response.FromValue(wasThere, DirectCalls.Raw(reply))
            : throw DirectCalls.Refusal(reply);
    }

    protected override BlobLeaseClient GetBlobLeaseClientCore(string leaseId) => new DirectLease(calls, this, leaseId ?? Guid.NewGuid().ToString());

    internal StorageRequest Request(string method, RequestConditions? conditions)
    {
        var headers = new NameValues();
        headers.AddIfAny("If-Match", conditions?.IfMatch?.ToString("H"));
        headers.AddIfAny("If-None-Match", conditions?.IfNoneMatch?.ToString("H"));
        return new(StorageService.Blob, method, $"/{container}/{name}", NoQuery, headers, []) { IsDirect = true, Target = BlobPath.Of(container, name) };
    }

    private static NameValues NoQuery { get; } = new();

    // As headers have it.
    private static DateTimeOffset Seconds(DateTimeOffset time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond), time.Offset);

    private static Dictionary<string, string> Metadata(Blob blob) => new(blob.Metadata, StringComparer.OrdinalIgnoreCase);

    private static byte[] Bytes(BinaryData content) =>
        MemoryMarshal.TryGetArray(content.ToMemory(), out var part) && part.Array is { } array && array.Length == part.Count ? array : content.ToArray();
}
