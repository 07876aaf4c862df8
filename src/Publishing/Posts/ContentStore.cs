using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using Blobpress.Publishing.Index;
using Blobpress.Site.Html;

namespace Blobpress.Publishing.Posts;

/// <summary>Keeps what each post's page is made of, so that the page can be rendered again when its neighbours change.</summary>
public sealed class ContentStore(BlobContainerClient state)
{
    /// <summary>Writes a content; its name is made of the post's name and the content's hash.</summary>
    public async Task<string> WriteAsync(PageContent content, CancellationToken cancel)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(content, StateJson.Compact.PageContent);
        var name = $"content/{Hash(Encoding.UTF8.GetBytes(content.Summary.Name))}/{Hash(json)}.json";
        await state.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(json), overwrite: true, cancel).ConfigureAwait(false);
        return name;
    }

    /// <summary>Reads a content; null where it is gone, since the post has another one or none.</summary>
    public async Task<PageContent?> ReadAsync(string name, CancellationToken cancel)
    {
        try
        {
            var blob = await state.GetBlobClient(name).DownloadContentAsync(cancel).ConfigureAwait(false);
            return JsonSerializer.Deserialize(blob.Value.Content.ToMemory().Span, StateJson.Compact.PageContent);
        }
        catch (Azure.RequestFailedException error) when (error.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Removes a content that no record names any more.</summary>
    public Task RemoveAsync(string name, CancellationToken cancel) => state.GetBlobClient(name).DeleteIfExistsAsync(cancellationToken: cancel);

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..24];
}
