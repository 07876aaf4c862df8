using Blobpress.StorageDouble.Tracing;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Blobs;

/// <summary>Which blob operation a request asks for; null where the double does not have it.</summary>
internal static class BlobOperations
{
    public static OperationKind? Classify(StorageRequest request)
    {
        var (container, blob) = BlobPath.Read(request);
        var component = request.Query["comp"];
        return (container, blob) switch
        {
            ("", "") when component is not null => OfAccount(request.Method, component),
            (_, "") when request.Query["restype"] == "container" => OfContainer(request.Method, component),
            _ => OfBlob(request.Method, component),
        };
    }

    private static OperationKind? OfAccount(string method, string? component) => (method, component) switch
    {
        ("GET", "list") => OperationKind.ListContainers,
        _ => null,
    };

    private static OperationKind? OfContainer(string method, string? component) => (method, component) switch
    {
        ("PUT", null) => OperationKind.CreateContainer,
        ("GET" or "HEAD", null) => OperationKind.GetContainerProperties,
        ("DELETE", null) => OperationKind.DeleteContainer,
        ("GET", "list") => OperationKind.ListBlobs,
        _ => null,
    };

    private static OperationKind? OfBlob(string method, string? component) => (method, component) switch
    {
        ("PUT", null) => OperationKind.PutBlob,
        ("PUT", "block") => OperationKind.PutBlock,
        ("PUT", "blocklist") => OperationKind.PutBlockList,
        ("GET", "blocklist") => OperationKind.GetBlockList,
        ("GET", null) => OperationKind.GetBlob,
        ("HEAD", null) => OperationKind.GetBlobProperties,
        ("DELETE", null) => OperationKind.DeleteBlob,
        ("PUT", "metadata") => OperationKind.SetBlobMetadata,
        ("PUT", "properties") => OperationKind.SetBlobProperties,
        ("PUT", "lease") => OperationKind.LeaseBlob,
        _ => null,
    };
}
