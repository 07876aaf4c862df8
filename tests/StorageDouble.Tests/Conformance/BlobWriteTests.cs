using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Blobpress.StorageDouble.Tests.Conformance;

public abstract class BlobWriteTests(StorageBackend backend)
{
    private static CancellationToken Cancel => StorageBackend.Cancel;

    [Fact]
    public async Task Headers_and_metadata_come_back_as_they_were_put()
    {
        var blob = await NewBlobAsync("a b/ü+?%.html");
        var options = new BlobUploadOptions
        {
            HttpHeaders = new() { ContentType = "text/html; charset=utf-8", CacheControl = "public, max-age=60" },
            Metadata = new Dictionary<string, string> { ["source"] = "x.md" },
        };

        await blob.UploadAsync(BinaryData.FromString("text"), options, Cancel);

        BlobDownloadResult read = await blob.DownloadContentAsync(Cancel);
        Assert.Equal("text", read.Content.ToString());
        Assert.Equal("text/html; charset=utf-8", read.Details.ContentType);
        Assert.Equal("public, max-age=60", read.Details.CacheControl);
        Assert.Equal("x.md", read.Details.Metadata["source"]);
        Assert.Equal(Convert.FromBase64String("HLJR7A1WjeapKbUgxK7Y0Q=="), (byte[]?)read.Details.ContentHash ?? []);
    }

    [Fact]
    public async Task The_same_bytes_again_get_another_ETag()
    {
        var blob = await NewBlobAsync();
        var first = await PutAsync(blob);
        var second = await PutAsync(blob);
        Assert.NotEqual(first, second);
        Assert.Equal(second, (await blob.GetPropertiesAsync(cancellationToken: Cancel)).Value.ETag);
    }

    [Fact]
    public async Task If_None_Match_star_makes_a_blob_once()
    {
        var blob = await NewBlobAsync();
        await PutAsync(blob, new() { IfNoneMatch = ETag.All });
        await Refusal.ExpectAsync(409, "BlobAlreadyExists", () => PutAsync(blob, new() { IfNoneMatch = ETag.All }));
    }

    [Fact]
    public async Task If_Match_writes_over_the_version_it_names_alone()
    {
        var blob = await NewBlobAsync();
        var first = await PutAsync(blob);
        await PutAsync(blob, new() { IfMatch = first });
        await Refusal.ExpectAsync(412, "ConditionNotMet", () => PutAsync(blob, new() { IfMatch = first }));
    }

    [Fact]
    public async Task If_Match_fails_where_there_is_no_blob()
    {
        var blob = await NewBlobAsync();
        await Refusal.ExpectAsync(412, "ConditionNotMet", () => PutAsync(blob, new() { IfMatch = new ETag("\"0x1\"") }));
        await Refusal.ExpectAsync(412, "ConditionNotMet", () => PutAsync(blob, new() { IfMatch = ETag.All }));
    }

    [Fact]
    public async Task If_None_Match_with_the_current_ETag_refuses_a_write()
    {
        var blob = await NewBlobAsync();
        var first = await PutAsync(blob);
        await Refusal.ExpectAsync(412, "ConditionNotMet", () => PutAsync(blob, new() { IfNoneMatch = first }));
    }

    [Fact]
    public async Task Delete_heeds_If_Match_and_says_what_is_missing()
    {
        var blob = await NewBlobAsync();
        var first = await PutAsync(blob);
        var second = await PutAsync(blob);
        await Refusal.ExpectAsync(412, "ConditionNotMet", () => blob.DeleteAsync(conditions: new() { IfMatch = first }, cancellationToken: Cancel));
        await blob.DeleteAsync(conditions: new() { IfMatch = second }, cancellationToken: Cancel);
        await Refusal.ExpectAsync(412, "ConditionNotMet", () => blob.DeleteAsync(conditions: new() { IfMatch = second }, cancellationToken: Cancel));
        await Refusal.ExpectAsync(404, "BlobNotFound", () => blob.DeleteAsync(cancellationToken: Cancel));
        Assert.False(await blob.DeleteIfExistsAsync(cancellationToken: Cancel));
    }

    [Fact]
    public async Task Setting_metadata_and_headers_keeps_the_bytes_and_changes_the_ETag()
    {
        var blob = await NewBlobAsync();
        var first = await PutAsync(blob);
        BlobInfo second = await blob.SetMetadataAsync(new Dictionary<string, string> { ["k"] = "v" }, new() { IfMatch = first }, Cancel);
        BlobInfo third = await blob.SetHttpHeadersAsync(new() { ContentType = "text/plain" }, new() { IfMatch = second.ETag }, Cancel);

        BlobDownloadResult read = await blob.DownloadContentAsync(Cancel);
        Assert.Equal(3, new HashSet<ETag> { first, second.ETag, third.ETag }.Count);
        Assert.Equal(("text", "text/plain", "v"), (read.Content.ToString(), read.Details.ContentType, read.Details.Metadata["k"]));
    }

    [Fact]
    public async Task Blocks_show_only_once_they_are_committed()
    {
        var blob = (await backend.NewContainerAsync()).GetBlockBlobClient("blocks");
        string[] ids = [BlockId("1"), BlockId("2")];
        await blob.StageBlockAsync(ids[0], Open("one"), cancellationToken: Cancel);
        await blob.StageBlockAsync(ids[1], Open("two"), cancellationToken: Cancel);
        Assert.False(await blob.ExistsAsync(Cancel));

        await blob.CommitBlockListAsync([ids[1], ids[0]], cancellationToken: Cancel);

        Assert.Equal("twoone", (await blob.DownloadContentAsync(Cancel)).Value.Content.ToString());
        await Refusal.ExpectAsync(400, "InvalidBlockList", () => blob.CommitBlockListAsync([BlockId("3")], cancellationToken: Cancel));
    }

    [Fact]
    public async Task A_large_upload_goes_by_blocks()
    {
        var blob = await NewBlobAsync();
        var options = new BlobUploadOptions { TransferOptions = new() { InitialTransferSize = 4, MaximumTransferSize = 4, MaximumConcurrency = 1 } };
        await blob.UploadAsync(Open("0123456789"), options, Cancel);
        Assert.Equal("0123456789", (await blob.DownloadContentAsync(Cancel)).Value.Content.ToString());
    }

    [Fact]
    public async Task A_container_is_made_once_and_missing_ones_are_named()
    {
        var container = await backend.NewContainerAsync();
        await Refusal.ExpectAsync(409, "ContainerAlreadyExists", () => container.CreateAsync(cancellationToken: Cancel));
        Assert.Null(await container.CreateIfNotExistsAsync(cancellationToken: Cancel));
        Assert.True(await container.ExistsAsync(Cancel));
        var missing = backend.Blobs.GetBlobContainerClient(StorageBackend.NewName());
        Assert.False(await missing.ExistsAsync(Cancel));
        await Refusal.ExpectAsync(404, "ContainerNotFound", () => PutAsync(missing.GetBlobClient("x")));
    }

    private static string BlockId(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static MemoryStream Open(string text) => new(Encoding.UTF8.GetBytes(text));

    private static async Task<ETag> PutAsync(BlobClient blob, BlobRequestConditions? conditions = null) =>
        (await blob.UploadAsync(BinaryData.FromString("text"), new BlobUploadOptions { Conditions = conditions }, Cancel)).Value.ETag;

    private async Task<BlobClient> NewBlobAsync(string name = "blob") => (await backend.NewContainerAsync()).GetBlobClient(name);
}
