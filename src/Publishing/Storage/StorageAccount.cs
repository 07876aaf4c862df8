using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Blobpress.Publishing.Storage;

/// <summary>The containers, tables and queues of one site, all in one storage account.</summary>
public sealed class StorageAccount(BlobServiceClient blobs, QueueServiceClient queues, TableServiceClient tables)
{
    /// <summary>What authors upload: posts, the files beside them, <c>site.yml</c>, <c>theme/</c>.</summary>
    public BlobContainerClient Posts { get; } = blobs.GetBlobContainerClient("posts");

    /// <summary>The published site.</summary>
    public BlobContainerClient Web { get; } = blobs.GetBlobContainerClient("$web");

    /// <summary>What the site is made from but readers never see: contents, source images, the settings in force.</summary>
    public BlobContainerClient State { get; } = blobs.GetBlobContainerClient("blobpress");

    /// <summary>What became of each upload, for its author.</summary>
    public BlobContainerClient Receipts { get; } = blobs.GetBlobContainerClient("receipts");

    /// <summary>One partition a post: what was published from it and what the lists show of it.</summary>
    public TableClient Records { get; } = tables.GetTableClient("posts");

    /// <summary>One partition a list: its rows, the nodes of its archive, what of it is to be rendered.</summary>
    public TableClient Lists { get; } = tables.GetTableClient("lists");

    /// <summary>One partition a URL: the posts that claim it, the first of them owning it.</summary>
    public TableClient Claims { get; } = tables.GetTableClient("urls");

    /// <summary>One partition an image: its state and the posts that show it.</summary>
    public TableClient Images { get; } = tables.GetTableClient("images");

    /// <summary>Wakes the listing publisher; the messages carry nothing that is trusted.</summary>
    public QueueClient Changed { get; } = queues.GetQueueClient("site-changed");

    /// <summary>Names to publish: bulk work, due times, images that came back.</summary>
    public QueueClient Publish { get; } = queues.GetQueueClient("publish-post");

    /// <summary>Events of removed blobs, as Event Grid delivers them.</summary>
    public QueueClient Removed { get; } = queues.GetQueueClient("post-removed");

    /// <summary>Where the runtime parks messages that failed too often.</summary>
    public IReadOnlyList<QueueClient> Parked { get; } =
        [.. new[] { "site-changed-poison", "publish-post-poison", "post-removed-poison", "webjobs-blobtrigger-poison" }.Select(queues.GetQueueClient)];

    /// <summary>Creates whatever of it does not exist yet. In Azure the template creates it all, and this is not called.</summary>
    public Task CreateAsync(CancellationToken cancel) => Task.WhenAll(
        [
            .. new[] { Posts, Web, State, Receipts }.Select(container => (Task)container.CreateIfNotExistsAsync(cancellationToken: cancel)),
            .. new[] { Records, Lists, Claims, Images }.Select(table => (Task)table.CreateIfNotExistsAsync(cancel)),
            .. new[] { Changed, Publish, Removed }.Select(queue => (Task)queue.CreateIfNotExistsAsync(cancellationToken: cancel)),
        ]);
}
