using System.Globalization;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Blobs;

/// <summary>Get Blob and Get Blob Properties.</summary>
internal sealed class BlobReads(Stamps stamps)
{
    public StorageReply Get(StorageRequest request, BlobSlot slot)
    {
        var blob = slot.Require();
        if (Preconditions.IsNotModified(request, blob.ETag, blob.Modified))
        {
            return request.IsDirect
                ? new StorageReply(304)
                : blob.Stamp(new StorageReply(304)).With("x-ms-error-code", StorageError.ConditionNotMet.Code);
        }

        slot.Lease.CheckRead(request.Headers["x-ms-lease-id"], stamps.Now);
        if (request.IsDirect)
        {
            return new StorageReply(200) { Value = blob };
        }

        var range = ByteRange.Read(request.Headers, blob.Content.Length);
        return request.Method == "HEAD" ? Head(slot, blob) : Body(slot, blob, range);
    }

    private StorageReply Head(BlobSlot slot, Blob blob) => Describe(new StorageReply(200), slot, blob, isWhole: true)
        .With("Content-Length", blob.Content.Length.ToString(CultureInfo.InvariantCulture));

    private StorageReply Body(BlobSlot slot, Blob blob, ByteRange? range)
    {
        if (range is not { } part)
        {
            return Describe(new StorageReply(200, blob.Content), slot, blob, isWhole: true)
                .With("Content-Length", blob.Content.Length.ToString(CultureInfo.InvariantCulture));
        }

        var reply = new StorageReply(206, blob.Content.AsMemory(part.Start, part.Length));
        return Describe(reply, slot, blob, isWhole: false)
            .With("Content-Length", part.Length.ToString(CultureInfo.InvariantCulture))
            .With("Content-Range", $"bytes {part.Start}-{part.Start + part.Length - 1}/{blob.Content.Length}");
    }

    private StorageReply Describe(StorageReply reply, BlobSlot slot, Blob blob, bool isWhole)
    {
        blob.Stamp(reply);
        blob.Headers.WriteTo(reply, isWhole);
        blob.WriteMetadata(reply);
        var state = slot.Lease.StateAt(stamps.Now);
        var isLocked = state is LeaseState.Leased or LeaseState.Breaking;
        return reply
            .With("x-ms-blob-type", "BlockBlob")
            .With("x-ms-creation-time", blob.Created)
            .With("Accept-Ranges", "bytes")
            .With("x-ms-server-encrypted", "true")
            .With("x-ms-lease-state", state.ToString().ToLowerInvariant())
            .With("x-ms-lease-status", isLocked ? "locked" : "unlocked")
            .With("x-ms-lease-duration", isLocked ? (slot.Lease.IsInfinite ? "infinite" : "fixed") : null);
    }
}
