using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Blobpress.StorageDouble.Tests.Conformance;

public abstract class BlobListingTests(StorageBackend backend)
{
    private static readonly string[] Names = ["B", "a", "a/1.html", "a/2&<.html", "a/b/3", "ab", "ü", "文"];

    private static CancellationToken Cancel => StorageBackend.Cancel;

    [Fact]
    public async Task All_names_come_in_ordinal_order()
    {
        var container = await FillAsync();
        Assert.Equal(Names, await ListAsync(container, null));
    }

    [Fact]
    public async Task A_prefix_narrows()
    {
        var container = await FillAsync();
        Assert.Equal(["a/1.html", "a/2&<.html", "a/b/3"], await ListAsync(container, "a/"));
        Assert.Empty(await ListAsync(container, "zz"));
    }

    [Fact]
    public async Task Pages_follow_by_their_markers()
    {
        var container = await FillAsync();
        var pages = new List<string>();
        await foreach (var page in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, Cancel).AsPages(pageSizeHint: 3))
        {
            pages.Add(string.Join(' ', page.Values.Select(blob => blob.Name)));
        }

        Assert.Equal(["B a a/1.html", "a/2&<.html a/b/3 ab", "ü 文"], pages);
    }

    [Fact]
    public async Task Metadata_comes_where_it_is_asked_for()
    {
        var container = await backend.NewContainerAsync();
        var options = new BlobUploadOptions
        {
            Metadata = new Dictionary<string, string> { ["hash"] = "1" },
            HttpHeaders = new() { ContentType = "text/css", CacheControl = "no-cache" },
        };
        BlobContentInfo put = await container.GetBlobClient("x").UploadAsync(BinaryData.FromString("12345"), options, Cancel);

        var with = await container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, null, Cancel).SingleAsync(Cancel);
        var without = await container.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, Cancel).SingleAsync(Cancel);

        Assert.Equal("1", with.Metadata["hash"]);
        Assert.Empty(without.Metadata ?? new Dictionary<string, string>());
        Assert.Equal((5, "text/css", "no-cache"), (with.Properties.ContentLength, with.Properties.ContentType, with.Properties.CacheControl));
        // A listing gives the ETag without its quotes.
        Assert.Equal(put.ETag.ToString().Trim('"'), with.Properties.ETag.ToString());
    }

    [Fact]
    public async Task A_delimiter_folds_what_lies_below()
    {
        var container = await FillAsync();
        var found = new List<string>();
        await foreach (var item in container.GetBlobsByHierarchyAsync(BlobTraits.None, BlobStates.None, "/", "a", Cancel))
        {
            found.Add(item.IsPrefix ? item.Prefix : item.Blob.Name);
        }

        Assert.Equal(["a", "a/", "ab"], found.Order(StringComparer.Ordinal));
    }

    private static async Task<List<string>> ListAsync(BlobContainerClient container, string? prefix) =>
        await container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, Cancel).Select(blob => blob.Name).ToListAsync(Cancel);

    private async Task<BlobContainerClient> FillAsync()
    {
        var container = await backend.NewContainerAsync();
        foreach (var name in Names.Reverse())
        {
            await container.GetBlobClient(name).UploadAsync(BinaryData.FromString(name), Cancel);
        }

        return container;
    }
}
