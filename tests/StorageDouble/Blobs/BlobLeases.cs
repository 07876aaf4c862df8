using System.Globalization;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Blobs;

/// <summary>Lease Blob. No lease operation changes the blob's ETag or Last-Modified.</summary>
internal sealed class BlobLeases(Stamps stamps)
{
    private const string IdHeader = "x-ms-lease-id";
    private const string ProposedHeader = "x-ms-proposed-lease-id";

    public StorageReply Perform(StorageRequest request, BlobSlot slot)
    {
        var blob = slot.Require();
        Preconditions.CheckWrite(request, blob.ETag, blob.Modified);
        var reply = Perform(request.Headers, slot.Lease);
        return request.IsDirect ? reply : blob.Stamp(reply);
    }

    private StorageReply Perform(NameValues headers, Lease lease)
    {
        switch (headers["x-ms-lease-action"])
        {
            case "acquire":
                lease.Acquire(headers[ProposedHeader] ?? stamps.NextId().ToString(), ReadDuration(headers), stamps.Now);
                return new StorageReply(201).With(IdHeader, lease.Id);
            case "renew":
                lease.Renew(Require(headers, IdHeader), stamps.Now);
                return new StorageReply(200).With(IdHeader, lease.Id);
            case "change":
                lease.Change(Require(headers, IdHeader), Require(headers, ProposedHeader), stamps.Now);
                return new StorageReply(200).With(IdHeader, lease.Id);
            case "release":
                lease.Release(Require(headers, IdHeader));
                return new StorageReply(200);
            case "break":
                var left = lease.Break(ReadSeconds(headers, "x-ms-lease-break-period"), stamps.Now);
                return new StorageReply(202).With("x-ms-lease-time", Math.Ceiling(left.TotalSeconds).ToString(CultureInfo.InvariantCulture));
            default:
                throw StorageError.InvalidHeaderValue("x-ms-lease-action").Raise();
        }
    }

    /// <summary>A lease lasts 15 to 60 seconds, or for ever (null, -1 on the wire).</summary>
    private static TimeSpan? ReadDuration(NameValues headers)
    {
        var duration = ReadSeconds(headers, "x-ms-lease-duration")?.TotalSeconds;
        return duration switch
        {
            -1 => null,
            >= 15 and <= 60 => TimeSpan.FromSeconds(duration.Value),
            _ => throw StorageError.InvalidHeaderValue("x-ms-lease-duration").Raise(),
        };
    }

    private static TimeSpan? ReadSeconds(NameValues headers, string name) =>
        headers[name] is { } text ? TimeSpan.FromSeconds(int.Parse(text, CultureInfo.InvariantCulture)) : null;

    private static string Require(NameValues headers, string name) =>
        headers[name] ?? throw StorageError.InvalidHeaderValue(name).Raise();
}
