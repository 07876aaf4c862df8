using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Blobpress.StorageDouble.Tests.Conformance;

public sealed class DoubleBackend : StorageBackend
{
    private readonly StorageConnection connection = new StorageAccount().Connect();

    public override BlobServiceClient Blobs => connection.Blobs;

    public override QueueServiceClient Queues => connection.Queues;

    public override TableServiceClient Tables => connection.Tables;

    public override Task PutAsync(BlobContainerClient container, string name)
    {
        connection.Account.PutBlob(container.Name, name, "x"u8.ToArray());
        return Task.CompletedTask;
    }
}
