using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Blobpress.StorageDouble.Blobs;
using Blobpress.StorageDouble.Tracing;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Direct;

/// <summary>A container for a direct connection.</summary>
internal sealed class DirectContainer(DirectCalls calls, string container) : BlobContainerClient
{
    public override BlobClient GetBlobClient(string blobName) => new DirectBlob(calls, container, blobName);

    public override async Task<Response<BlobContainerInfo>> CreateIfNotExistsAsync(
        PublicAccessType publicAccessType = PublicAccessType.None,
        IDictionary<string, string>? metadata = null,
        BlobContainerEncryptionScopeOptions? encryptionScopeOptions = null,
        CancellationToken cancellationToken = default)
    {
        var reply = await calls.SendAsync(Request("PUT", new()), OperationKind.CreateContainer, cancellationToken).ConfigureAwait(false);
        return reply.Status < 400 || DirectCalls.CodeOf(reply) == BlobErrors.ContainerAlreadyExists.Code
            ? Response.FromValue<BlobContainerInfo>(null!, DirectCalls.Raw(reply))
            : throw DirectCalls.Refusal(reply);
    }

    public override AsyncPageable<BlobItem> GetBlobsAsync(BlobTraits traits, BlobStates states, string? prefix, CancellationToken cancellationToken) =>
        new DirectPages<BlobItem>(async (after, _) =>
        {
            var query = new NameValues();
            query.AddIfAny("prefix", prefix);
            query.AddIfAny("marker", (string?)after);
            var reply = await calls.RequireAsync(Request("GET", query), OperationKind.ListBlobs, cancellationToken).ConfigureAwait(false);
            var page = (BlobPage)reply.Value!;
            var items = page.Entries.Select(entry => DirectBlob.Item(entry.Name, entry.Blob!, traits.HasFlag(BlobTraits.Metadata))).ToList();
            return (items, page.Next is { } next ? Uri.EscapeDataString(next) : null, DirectCalls.Raw(reply));
        });

    private StorageRequest Request(string method, NameValues query) =>
        new(StorageService.Blob, method, "/" + container, query, new(), []) { IsDirect = true, Target = new BlobPath(container, "") };
}
