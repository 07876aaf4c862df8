using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Blobs;

/// <summary>A container and its blobs, in ordinal order of their names.</summary>
internal sealed record Container(string Name, DateTimeOffset Modified, IReadOnlyList<KeyValuePair<string, string>> Metadata)
{
    public OrderedMap<string, BlobSlot> Slots { get; } = new(StringComparer.Ordinal);

    /// <summary>The slot of a blob that is there, or null.</summary>
    public BlobSlot? Find(string name) => Slots.TryGet(name, out var slot) && slot.Blob is not null ? slot : null;

    /// <summary>What a request is told where there is no blob: If-Match fails before it is said that there is none.</summary>
    public static StorageError Missing(StorageRequest request)
    {
        Preconditions.CheckWrite(request, null, default);
        return BlobErrors.BlobNotFound;
    }

    /// <summary>The blob's slot.</summary>
    public BlobSlot Require(StorageRequest request, string name) => Find(name) ?? throw Missing(request).Raise();

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
