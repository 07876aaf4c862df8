using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Blobs;

/// <summary>Put Blob, Delete Blob, Set Blob Metadata, Set Blob Properties.</summary>
internal sealed class BlobWrites(Stamps stamps)
{
    public StorageReply Put(StorageRequest request, Container container, string name)
    {
        container.Slots.TryGet(name, out var slot);
        CheckPut(request, slot);
        var md5 = Hash(request.Body);
        if ((request.Headers["Content-MD5"] ?? md5) != md5)
        {
            throw BlobErrors.Md5Mismatch.Raise();
        }

        slot ??= container.GetOrAdd(name);
        slot.Uncommitted.Clear();
        var headers = ContentHeaders.Read(request.Headers);
        var blob = Store(request, slot, request.Body, headers with { Md5 = headers.Md5 ?? md5 }, []);
        return request.IsDirect
            ? new StorageReply(201) { Value = blob }
            : blob.Stamp(new StorageReply(201)).With("Content-MD5", md5).With("x-ms-request-server-encrypted", "true");
    }

    public StorageReply Delete(StorageRequest request, Container container, string name)
    {
        CheckChange(request, container.Require(request, name));
        container.Slots.Remove(name);
        return new StorageReply(202).With("x-ms-delete-type-permanent", "true");
    }

    public StorageReply SetMetadata(StorageRequest request, BlobSlot slot) =>
        Change(request, slot, blob => blob with { Metadata = Blob.ReadMetadata(request.Headers) });

    public StorageReply SetProperties(StorageRequest request, BlobSlot slot) =>
        Change(request, slot, blob => blob with { Headers = ContentHeaders.Read(request.Headers) });

    /// <summary>Checks the conditions of a write that makes the blob where it is not there yet.</summary>
    public void CheckPut(StorageRequest request, BlobSlot? slot)
    {
        if (slot?.Blob is not { } blob)
        {
            Preconditions.CheckWrite(request, null, default);
            slot?.Lease.CheckWrite(request.Headers["x-ms-lease-id"], stamps.Now);
            return;
        }

        if (request.Headers["If-None-Match"] == "*")
        {
            throw BlobErrors.BlobAlreadyExists.Raise();
        }

        Preconditions.CheckWrite(request, blob.ETag, blob.Modified);
        slot.Lease.CheckWrite(request.Headers["x-ms-lease-id"], stamps.Now);
    }

    public Blob Store(StorageRequest request, BlobSlot slot, byte[] content, ContentHeaders headers, IReadOnlyList<Block> blocks)
    {
        var now = stamps.Next();
        var blob = new Blob(content, headers, Blob.ReadMetadata(request.Headers), blocks, slot.Blob?.Created ?? now, now);
        slot.Blob = blob;
        slot.Lease.Written(stamps.Now);
        return blob;
    }

    [SuppressMessage("Security", "CA5351", Justification = "Content-MD5 is MD5 by name; it guards against damage, not against people.")]
    private static string Hash(byte[] content) => Convert.ToBase64String(MD5.HashData(content));

    private StorageReply Change(StorageRequest request, BlobSlot slot, Func<Blob, Blob> change)
    {
        CheckChange(request, slot);
        var changed = change(slot.Require());
        // The ETag follows from the time of change, so the copy is made anew rather than by "with".
        slot.Blob = new Blob(changed.Content, changed.Headers, changed.Metadata, changed.Blocks, changed.Created, stamps.Next());
        slot.Lease.Written(stamps.Now);
        return slot.Blob.Stamp(new StorageReply(200));
    }

    private void CheckChange(StorageRequest request, BlobSlot slot)
    {
        var blob = slot.Require();
        Preconditions.CheckWrite(request, blob.ETag, blob.Modified);
        slot.Lease.CheckWrite(request.Headers["x-ms-lease-id"], stamps.Now);
    }
}
