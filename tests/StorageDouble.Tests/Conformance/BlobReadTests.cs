using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Blobpress.StorageDouble.Tests.Conformance;

public abstract class BlobReadTests(StorageBackend backend)
{
    private static CancellationToken Cancel => StorageBackend.Cancel;

    [Fact]
    public async Task A_range_is_a_part_and_one_past_the_end_is_refused()
    {
        var blob = await NewBlobAsync("0123456789");
        Assert.Equal("345", await ReadAsync(blob, new() { Range = new HttpRange(3, 3) }));
        Assert.Equal("89", await ReadAsync(blob, new() { Range = new HttpRange(8, 100) }));
        await Refusal.ExpectAsync(416, "InvalidRange", () => ReadAsync(blob, new() { Range = new HttpRange(20, 1) }));
    }

    [Fact]
    public async Task A_read_of_the_version_one_has_is_304()
    {
        var blob = await NewBlobAsync("text");
        var etag = (await blob.GetPropertiesAsync(cancellationToken: Cancel)).Value.ETag;

        var read = await blob.DownloadContentAsync(new BlobDownloadOptions { Conditions = new() { IfNoneMatch = etag } }, Cancel);

        Assert.Equal(304, read.GetRawResponse().Status);
        await Refusal.ExpectAsync(304, "ConditionNotMet", () => blob.GetPropertiesAsync(new() { IfNoneMatch = etag }, Cancel));
    }

    [Fact]
    public async Task A_read_with_If_Match_wants_that_version()
    {
        var blob = await NewBlobAsync("text");
        var etag = (await blob.GetPropertiesAsync(cancellationToken: Cancel)).Value.ETag;
        Assert.Equal("text", await ReadAsync(blob, new() { Conditions = new() { IfMatch = etag } }));
        await Refusal.ExpectAsync(412, "ConditionNotMet", () => ReadAsync(blob, new() { Conditions = new() { IfMatch = new ETag("\"0x1\"") } }));
    }

    [Fact]
    public async Task What_is_missing_is_404_also_to_HEAD()
    {
        var blob = (await backend.NewContainerAsync()).GetBlobClient("missing");
        await Refusal.ExpectAsync(404, "BlobNotFound", () => ReadAsync(blob, new()));
        await Refusal.ExpectAsync(404, "BlobNotFound", () => blob.GetPropertiesAsync(cancellationToken: Cancel));
        await Refusal.ExpectAsync(412, "ConditionNotMet", () => ReadAsync(blob, new() { Conditions = new() { IfMatch = new ETag("\"0x1\"") } }));
        Assert.False(await blob.ExistsAsync(Cancel));
    }

    [Fact]
    public async Task An_empty_blob_is_read_whole_streamed_and_copied()
    {
        var blob = await NewBlobAsync("");
        Assert.Equal("", await ReadAsync(blob, new()));
        using var copy = new MemoryStream();
        await blob.DownloadToAsync(copy, Cancel);
        Assert.Equal(0, copy.Length);
    }

    [Fact]
    public async Task A_stream_gives_the_bytes()
    {
        var blob = await NewBlobAsync("0123456789");
        await using var stream = await blob.OpenReadAsync(new BlobOpenReadOptions(allowModifications: false) { BufferSize = 4 }, Cancel);
        using var reader = new StreamReader(stream);
        Assert.Equal("0123456789", await reader.ReadToEndAsync(Cancel));
    }

    private static async Task<string> ReadAsync(BlobClient blob, BlobDownloadOptions options) =>
        (await blob.DownloadContentAsync(options, Cancel)).Value.Content.ToString();

    private async Task<BlobClient> NewBlobAsync(string text)
    {
        var blob = (await backend.NewContainerAsync()).GetBlobClient("blob");
        await blob.UploadAsync(BinaryData.FromString(text), Cancel);
        return blob;
    }
}
