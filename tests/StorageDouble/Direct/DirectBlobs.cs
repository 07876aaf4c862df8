using Azure.Storage.Blobs;

namespace Blobpress.StorageDouble.Direct;

/// <summary>The blob service for a direct connection.</summary>
internal sealed class DirectBlobs(DirectCalls calls) : BlobServiceClient
{
    public override BlobContainerClient GetBlobContainerClient(string blobContainerName) => new DirectContainer(calls, blobContainerName);
}
