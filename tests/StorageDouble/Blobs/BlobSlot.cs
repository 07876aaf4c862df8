namespace Blobpress.StorageDouble.Blobs;

/// <summary>What a container holds under one name: a committed blob or only blocks, and the lease.</summary>
internal sealed class BlobSlot
{
    /// <summary>The blob, or null where only uncommitted blocks were put.</summary>
    public Blob? Blob { get; set; }

    public Lease Lease { get; } = new();

    public Dictionary<string, Block> Uncommitted { get; } = [];

    public Blob Require() => Blob ?? throw BlobErrors.BlobNotFound.Raise();
}
