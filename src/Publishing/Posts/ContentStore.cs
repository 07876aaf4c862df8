using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Blobpress.Publishing.Index;
using Blobpress.Site.Html;

namespace Blobpress.Publishing.Posts;

/// <summary>Keeps what each post's page is made of, so that the page can be rendered again when its neighbours change.</summary>
public sealed class ContentStore(BlobContainerClient state)
{
    /// <summary>Where contents are kept.</summary>
    internal const string Folder = "content/";

    /// <summary>Writes a content; its name is made of the post's name and the content's hash.</summary>
    public async Task<StoredContent> WriteAsync(PageContent content, CancellationToken cancel)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(content, StateJson.Compact.PageContent);
        var name = $"{Folder}{Hash(Encoding.UTF8.GetBytes(content.Summary.Name))}/{Hash(json)}.json";
        var written = await state.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(json), overwrite: true, cancel).ConfigureAwait(false);
        return new(name, written.Value.ETag.ToString());
    }

    /// <summary>Reads a content; null where it is gone, since the post has another one or none.</summary>
    public async Task<PageContent?> ReadAsync(string name, CancellationToken cancel)
    {
        try
        {
            var blob = await state.GetBlobClient(name).DownloadContentAsync(cancel).ConfigureAwait(false);
            return JsonSerializer.Deserialize(blob.Value.Content.ToMemory().Span, StateJson.Compact.PageContent);
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Removes a content that no record names any more; one that was written again meanwhile is somebody's again and stays.</summary>
    public async Task RemoveAsync(StoredContent content, CancellationToken cancel)
    {
        try
        {
            var condition = new BlobRequestConditions { IfMatch = new ETag(content.ETag) };
            await state.GetBlobClient(content.Name).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, condition, cancel).ConfigureAwait(false);
        }
        catch (RequestFailedException error) when (error.Status == 412)
        {
            // Written again, or gone already.
        }
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..24];
}
