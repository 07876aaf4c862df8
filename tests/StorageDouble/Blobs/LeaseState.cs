namespace Blobpress.StorageDouble.Blobs;

/// <summary>The states of a blob's lease, after "Lease Blob" in the REST reference.</summary>
internal enum LeaseState
{
    Available,
    Leased,
    Breaking,
    Broken,
    Expired,
}
