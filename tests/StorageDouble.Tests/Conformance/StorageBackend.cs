using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Blobpress.StorageDouble.Tests.Conformance;

/// <summary>A storage account to hold to Azure's semantics: the double or Azurite.</summary>
public abstract class StorageBackend
{
    private static int names;

    public abstract BlobServiceClient Blobs { get; }

    public abstract QueueServiceClient Queues { get; }

    public abstract TableServiceClient Tables { get; }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async Task<BlobContainerClient> NewContainerAsync()
    {
        var container = Blobs.GetBlobContainerClient(NewName());
        await container.CreateAsync(cancellationToken: Cancel);
        return container;
    }

    public async Task<TableClient> NewTableAsync()
    {
        var table = Tables.GetTableClient(NewName());
        await table.CreateAsync(Cancel);
        return table;
    }

    public async Task<QueueClient> NewQueueAsync()
    {
        var queue = Queues.GetQueueClient(NewName());
        await queue.CreateAsync(cancellationToken: Cancel);
        return queue;
    }

    /// <summary>Puts a blob under just the name that is given, each byte of it percent-encoded and nothing dropped by .NET.</summary>
    public abstract Task PutAsync(BlobContainerClient container, string name);

    public static string NewName() => $"test{Interlocked.Increment(ref names)}";
}
