using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Blobs;

/// <summary>The errors of the blob service, after its list of error codes.</summary>
internal static class BlobErrors
{
    public static StorageError ContainerAlreadyExists { get; } = new(409, "ContainerAlreadyExists", "The specified container already exists.");

    public static StorageError ContainerNotFound { get; } = new(404, "ContainerNotFound", "The specified container does not exist.");

    public static StorageError BlobAlreadyExists { get; } = new(409, "BlobAlreadyExists", "The specified blob already exists.");

    public static StorageError BlobNotFound { get; } = new(404, "BlobNotFound", "The specified blob does not exist.");

    public static StorageError InvalidRange { get; } = new(416, "InvalidRange", "The range specified is invalid for the current size of the resource.");

    public static StorageError InvalidBlockList { get; } = new(400, "InvalidBlockList", "The specified block list is invalid.");

    public static StorageError InvalidResourceName { get; } = new(400, "InvalidResourceName", "The specified resource name contains invalid characters.");

    public static StorageError InvalidUri { get; } = new(400, "InvalidUri", "The requested URI does not represent any resource on the server.");

    public static StorageError Md5Mismatch { get; } = new(400, "Md5Mismatch", "The MD5 value specified in the request did not match with the MD5 value calculated by the server.");

    public static StorageError LeaseAlreadyPresent { get; } = new(409, "LeaseAlreadyPresent", "There is already a lease present.");

    public static StorageError LeaseIdMissing { get; } = new(412, "LeaseIdMissing", "There is currently a lease on the blob and no lease ID was specified in the request.");

    public static StorageError LeaseLost { get; } = new(412, "LeaseLost", "A lease ID was specified, but the lease for the blob has expired.");

    public static StorageError LeaseIdMismatchWithBlobOperation { get; } = new(412, "LeaseIdMismatchWithBlobOperation", "The lease ID specified did not match the lease ID for the blob.");

    public static StorageError LeaseNotPresentWithBlobOperation { get; } = new(412, "LeaseNotPresentWithBlobOperation", "There is currently no lease on the blob.");

    public static StorageError LeaseIdMismatchWithLeaseOperation { get; } = new(409, "LeaseIdMismatchWithLeaseOperation", "The lease ID specified did not match the lease ID for the blob.");

    public static StorageError LeaseNotPresentWithLeaseOperation { get; } = new(409, "LeaseNotPresentWithLeaseOperation", "There is currently no lease on the blob.");

    public static StorageError LeaseIsBreakingAndCannotBeAcquired { get; } = new(409, "LeaseIsBreakingAndCannotBeAcquired", "The lease ID matched, but the lease is currently in breaking state and cannot be acquired until it is broken.");

    public static StorageError LeaseIsBreakingAndCannotBeChanged { get; } = new(409, "LeaseIsBreakingAndCannotBeChanged", "The lease ID matched, but the lease is currently in breaking state and cannot be changed.");

    public static StorageError LeaseIsBrokenAndCannotBeRenewed { get; } = new(409, "LeaseIsBrokenAndCannotBeRenewed", "The lease ID matched, but the lease has been broken explicitly and cannot be renewed.");
}
