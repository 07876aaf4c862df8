using Blobpress.StorageDouble.Tracing;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Blobs;

/// <summary>The blob service: containers, and for each operation the class that performs it.</summary>
internal sealed class BlobService(Stamps stamps)
{
    private readonly OrderedMap<string, Container> containers = new(StringComparer.Ordinal);
    private readonly BlobReads reads = new(stamps);
    private readonly BlobWrites writes = new(stamps);
    private readonly BlockWrites blocks = new(stamps);
    private readonly BlobLeases leases = new(stamps);

    public IEnumerable<Container> Containers => containers.All().Select(pair => pair.Value);

    public StorageReply Perform(OperationKind kind, StorageRequest request)
    {
        var (containerName, name) = BlobPath.Read(request);
        return kind switch
        {
            OperationKind.ListContainers => ContainerListing.List(request, Containers),
            OperationKind.CreateContainer => Create(containerName, request),
            OperationKind.GetContainerProperties or OperationKind.DeleteContainer or OperationKind.ListBlobs => Perform(kind, request, Require(containerName), name),
            _ when !BlobName.IsAllowed(name) => throw BlobErrors.InvalidUri.Raise(),
            _ => Perform(kind, request, Require(containerName), name),
        };
    }

    public Container Require(string name) =>
        containers.TryGet(name, out var container) ? container : throw BlobErrors.ContainerNotFound.Raise();

    private StorageReply Perform(OperationKind kind, StorageRequest request, Container container, string name) => kind switch
    {
        OperationKind.GetContainerProperties => Stamp(new StorageReply(200), container),
        OperationKind.DeleteContainer => Delete(container),
        OperationKind.ListBlobs => BlobListing.List(request, container, stamps.Now),
        OperationKind.PutBlob => writes.Put(request, container, name),
        OperationKind.DeleteBlob => writes.Delete(request, container, name),
        OperationKind.SetBlobMetadata => writes.SetMetadata(request, container.Require(request, name)),
        OperationKind.SetBlobProperties => writes.SetProperties(request, container.Require(request, name)),
        OperationKind.PutBlock => blocks.Put(request, container, name),
        OperationKind.PutBlockList => blocks.Commit(request, container, name),
        OperationKind.GetBlockList => BlockListing.List(request, container, name),
        OperationKind.LeaseBlob => leases.Perform(request, container.Require(request, name)),
        // Many ask whether there is a blob: that there is none is answered without the detour of an exception.
        _ => container.Find(name) is { } slot ? reads.Get(request, slot) : Container.Missing(request).ToReply(request),
    };

    private StorageReply Create(string name, StorageRequest request)
    {
        if (containers.TryGet(name, out _))
        {
            throw BlobErrors.ContainerAlreadyExists.Raise();
        }

        if (name != "$web" && (name.Length is < 3 or > 63 || name.Any(letter => letter is not ('-' or (>= 'a' and <= 'z') or (>= '0' and <= '9')))))
        {
            throw BlobErrors.InvalidResourceName.Raise();
        }

        var container = new Container(name, stamps.Next(), Blob.ReadMetadata(request.Headers));
        containers[name] = container;
        return Stamp(new StorageReply(201), container);
    }

    private StorageReply Delete(Container container)
    {
        containers.Remove(container.Name);
        return new StorageReply(202);
    }

    private static StorageReply Stamp(StorageReply reply, Container container)
    {
        foreach (var (name, value) in container.Metadata)
        {
            reply.With("x-ms-meta-" + name, value);
        }

        return reply.With("ETag", Blob.MakeETag(container.Modified)).With("Last-Modified", container.Modified);
    }
}
