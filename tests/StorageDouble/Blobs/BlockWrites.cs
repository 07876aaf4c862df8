using System.Xml.Linq;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Blobs;

/// <summary>Put Block and Put Block List.</summary>
internal sealed class BlockWrites(Stamps stamps)
{
    private readonly BlobWrites writes = new(stamps);

    public StorageReply Put(StorageRequest request, Container container, string name)
    {
        var slot = container.GetOrAdd(name);
        slot.Lease.CheckWrite(request.Headers["x-ms-lease-id"], stamps.Now);
        var id = request.Query["blockid"] ?? "";
        slot.Uncommitted[id] = new Block(id, request.Body);
        return new StorageReply(201).With("x-ms-request-server-encrypted", "true");
    }

    public StorageReply Commit(StorageRequest request, Container container, string name)
    {
        container.Slots.TryGet(name, out var slot);
        writes.CheckPut(request, slot);
        var chosen = Choose(request, slot);
        slot ??= container.GetOrAdd(name);
        slot.Uncommitted.Clear();
        var content = chosen.SelectMany(block => block.Content).ToArray();
        var blob = writes.Store(request, slot, content, ContentHeaders.Read(request.Headers), chosen);
        return blob.Stamp(new StorageReply(201)).With("x-ms-request-server-encrypted", "true");
    }

    private static List<Block> Choose(StorageRequest request, BlobSlot? slot)
    {
        using var body = new MemoryStream(request.Body);
        return [.. XDocument.Load(body).Root!.Elements().Select(element => Find(slot, element))];
    }

    private static Block Find(BlobSlot? slot, XElement element)
    {
        var uncommitted = slot?.Uncommitted.GetValueOrDefault(element.Value);
        var committed = slot?.Blob?.Blocks.FirstOrDefault(block => block.Id == element.Value);
        var found = element.Name.LocalName switch
        {
            "Committed" => committed,
            "Uncommitted" => uncommitted,
            _ => uncommitted ?? committed,
        };
        return found ?? throw BlobErrors.InvalidBlockList.Raise();
    }
}
