using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Queues.Models;

namespace Blobpress.StorageDouble.Tests.Simulation;

/// <summary>A process that uses every kind of call whose way through an SDK's pipeline might leave the thread.</summary>
internal static class Workload
{
    public static async Task PrepareAsync(StorageConnection connection)
    {
        await connection.Blobs.GetBlobContainerClient("work").CreateIfNotExistsAsync();
        await connection.Tables.GetTableClient("work").CreateIfNotExistsAsync();
        await connection.Queues.GetQueueClient("work").CreateIfNotExistsAsync();
    }

    public static async Task RunAsync(StorageConnection connection, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            await IncrementAsync(connection);
            await Task.WhenAll(UseTableAsync(connection, round), UseQueueAsync(connection), UseBlobsAsync(connection, round));
        }
    }

    /// <summary>Adds one to a counter that all processes share, by conditional writes; starts over on a conflict.</summary>
    public static async Task IncrementAsync(StorageConnection connection)
    {
        var blob = connection.Blobs.GetBlobContainerClient("work").GetBlobClient("counter");
        while (true)
        {
            try
            {
                var (value, conditions) = (0, new BlobRequestConditions { IfNoneMatch = ETag.All });
                if (await blob.ExistsAsync())
                {
                    BlobDownloadResult read = await blob.DownloadContentAsync();
                    (value, conditions) = (int.Parse(read.Content.ToString(), null), new() { IfMatch = read.Details.ETag });
                }

                await blob.UploadAsync(BinaryData.FromString($"{value + 1}"), new BlobUploadOptions { Conditions = conditions });
                return;
            }
            catch (RequestFailedException conflict) when (conflict.Status is 409 or 412)
            {
                continue;
            }
        }
    }

    private static async Task UseTableAsync(StorageConnection connection, int round)
    {
        var table = connection.Tables.GetTableClient("work");
        await table.UpsertEntityAsync(new TableEntity(connection.Process, $"{round}"));
        await table.SubmitTransactionAsync([new(TableTransactionActionType.UpsertMerge, new TableEntity(connection.Process, "last"))]);
        await foreach (var row in table.QueryAsync<TableEntity>(maxPerPage: 2))
        {
            await table.GetEntityIfExistsAsync<TableEntity>(row.PartitionKey, row.RowKey);
        }
    }

    private static async Task UseQueueAsync(StorageConnection connection)
    {
        var queue = connection.Queues.GetQueueClient("work");
        await queue.SendMessageAsync(connection.Process);
        foreach (QueueMessage message in (await queue.ReceiveMessagesAsync(2)).Value)
        {
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
        }
    }

    private static async Task UseBlobsAsync(StorageConnection connection, int round)
    {
        var container = connection.Blobs.GetBlobContainerClient("work");
        var blob = container.GetBlobClient($"{connection.Process}/{round}");
        await using (var write = await blob.OpenWriteAsync(overwrite: true))
        {
            await write.WriteAsync(new byte[100]);
        }

        var lease = blob.GetBlobLeaseClient();
        await lease.AcquireAsync(TimeSpan.FromSeconds(15));
        await lease.ReleaseAsync();
        using var copy = new MemoryStream();
        await blob.DownloadToAsync(copy);
        await using var read = await blob.OpenReadAsync();
        await read.CopyToAsync(copy);
        await foreach (var item in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, default))
        {
            await container.GetBlobClient(item.Name).ExistsAsync();
        }
    }
}
