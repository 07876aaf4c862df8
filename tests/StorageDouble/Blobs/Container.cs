using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Blobs;

/// <summary>A container and its blobs, in ordinal order of their names.</summary>
internal sealed record Container(string Name, DateTimeOffset Modified, IReadOnlyList<KeyValuePair<string, string>> Metadata)
{
    public OrderedMap<string, BlobSlot> Slots { get; } = new(StringComparer.Ordinal);

    /// <summary>The blob's slot. If-Match fails before it is said that there is none.</summary>
    public BlobSlot Require(StorageRequest request, string name)
    {
        if (Slots.TryGet(name, out var slot) && slot.Blob is not null)
        {
            return slot;
        }

        Preconditions.CheckWrite(request, null, default);
        throw BlobErrors.BlobNotFound.Raise();
    }

    public BlobSlot GetOrAdd(string name)
    {
        if (!Slots.TryGet(name, out var slot))
        {
            slot = new BlobSlot();
            Slots[name] = slot;
        }

        return slot;
    }
}
