using System.Globalization;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Blobpress.StorageDouble.Tracing;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Direct;

/// <summary>A blob's lease for a direct connection.</summary>
internal sealed class DirectLease(DirectCalls calls, DirectBlob blob, string id) : BlobLeaseClient
{
    public override string LeaseId => id;

    public override async Task<Response<BlobLease>> AcquireAsync(TimeSpan duration, RequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        Answer(await SendAsync("acquire", conditions, cancellationToken, ("x-ms-lease-duration", Seconds(duration)), ("x-ms-proposed-lease-id", id)).ConfigureAwait(false));

    public override async Task<Response<BlobLease>> RenewAsync(RequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        Answer(await SendAsync("renew", conditions, cancellationToken, ("x-ms-lease-id", id)).ConfigureAwait(false));

    public override async Task<Response<ReleasedObjectInfo>> ReleaseAsync(RequestConditions? conditions = null, CancellationToken cancellationToken = default)
    {
        var reply = await SendAsync("release", conditions, cancellationToken, ("x-ms-lease-id", id)).ConfigureAwait(false);
        return Response.FromValue<ReleasedObjectInfo>(null!, DirectCalls.Raw(reply));
    }

    public override async Task<Response<BlobLease>> BreakAsync(
        TimeSpan? breakPeriod = null, RequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        Answer(await SendAsync("break", conditions, cancellationToken, ("x-ms-lease-break-period", breakPeriod is { } period ? Seconds(period) : null)).ConfigureAwait(false));

    private static string Seconds(TimeSpan span) => ((long)span.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    private Task<StorageReply> SendAsync(string action, RequestConditions? conditions, CancellationToken cancel, params ReadOnlySpan<(string Name, string? Value)> headers)
    {
        var request = blob.Request("PUT", conditions);
        request.Headers.Add("x-ms-lease-action", action);
        foreach (var (name, value) in headers)
        {
            request.Headers.AddIfAny(name, value);
        }

        return calls.RequireAsync(request, OperationKind.LeaseBlob, cancel);
    }

    private Response<BlobLease> Answer(StorageReply reply) => Response.FromValue(BlobsModelFactory.BlobLease(default, default, id), DirectCalls.Raw(reply));
}
