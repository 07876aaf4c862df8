using System.Xml.Linq;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Blobs;

/// <summary>Get Block List.</summary>
internal static class BlockListing
{
    public static StorageReply List(StorageRequest request, Container container, string name)
    {
        if (!container.Slots.TryGet(name, out var slot))
        {
            throw BlobErrors.BlobNotFound.Raise();
        }

        var type = request.Query["blocklisttype"] ?? "committed";
        var list = new XElement("BlockList");
        if (type != "uncommitted")
        {
            list.Add(Describe("CommittedBlocks", slot.Blob?.Blocks ?? []));
        }

        if (type != "committed")
        {
            list.Add(Describe("UncommittedBlocks", slot.Uncommitted.Values));
        }

        var reply = StorageReply.Xml(200, list.ToString());
        return slot.Blob?.Stamp(reply) ?? reply;
    }

    private static XElement Describe(string name, IEnumerable<Block> blocks) => new(
        name,
        blocks.Select(block => new XElement("Block", new XElement("Name", block.Id), new XElement("Size", block.Content.Length))));
}
