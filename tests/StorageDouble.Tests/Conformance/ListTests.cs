using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues.Models;

namespace Blobpress.StorageDouble.Tests.Conformance;

public abstract class ListTests(StorageBackend backend)
{
    private static CancellationToken Cancel => StorageBackend.Cancel;

    [Fact]
    public async Task Containers_and_queues_are_found_by_prefix()
    {
        var container = await backend.NewContainerAsync();
        var queue = await backend.NewQueueAsync();
        var containers = backend.Blobs.GetBlobContainersAsync(BlobContainerTraits.None, BlobContainerStates.None, container.Name, Cancel);
        var queues = backend.Queues.GetQueuesAsync(QueueTraits.None, queue.Name, Cancel);
        Assert.Contains(container.Name, await containers.Select(found => found.Name).ToListAsync(Cancel));
        Assert.Contains(queue.Name, await queues.Select(found => found.Name).ToListAsync(Cancel));
    }

    [Fact]
    public async Task Tables_are_made_found_and_deleted_by_name()
    {
        var name = StorageBackend.NewName();
        await backend.Tables.CreateTableIfNotExistsAsync(name, Cancel);
        await backend.Tables.CreateTableIfNotExistsAsync(name, Cancel);
        Assert.Equal(1, await backend.Tables.QueryAsync($"TableName eq '{name}'", cancellationToken: Cancel).CountAsync(Cancel));
        Assert.Equal(204, (await backend.Tables.DeleteTableAsync(name, Cancel)).Status);
        Assert.Equal(0, await backend.Tables.QueryAsync($"TableName eq '{name}'", cancellationToken: Cancel).CountAsync(Cancel));
    }

    [Fact]
    public async Task A_deleted_container_and_a_deleted_queue_are_gone()
    {
        var container = await backend.NewContainerAsync();
        var queue = await backend.NewQueueAsync();
        await container.DeleteAsync(cancellationToken: Cancel);
        await queue.DeleteAsync(Cancel);
        Assert.False(await container.DeleteIfExistsAsync(cancellationToken: Cancel));
        Assert.False(await queue.DeleteIfExistsAsync(Cancel));
    }
}
