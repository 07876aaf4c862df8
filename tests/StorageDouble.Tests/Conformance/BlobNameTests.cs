using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Blobpress.StorageDouble.Tests.Conformance;

public abstract class BlobNameTests(StorageBackend backend)
{
    private static CancellationToken Cancel => StorageBackend.Cancel;

    [Theory]
    [InlineData("a b%2F?#&+<>'\"(){}[]|^`~$=@;:*,!.md")]
    [InlineData("a//b")]
    [InlineData(" a ")]
    [InlineData("a.")]
    [InlineData("a./b")]
    [InlineData("Icon\r")]
    [InlineData("a\t\n\u007f\u0085b")]
    [InlineData("a\u0001\u001f\ufffe\uffff\ufdd0b")]
    [InlineData("e\u0301\u00e9")]
    [InlineData("文\U0001F600\u202e\u200b\ufffd\ue000")]
    public async Task A_client_reaches_most_names_under_just_their_spelling(string name)
    {
        var container = await backend.NewContainerAsync();

        await container.GetBlobClient(name).UploadAsync(BinaryData.FromString("x"), Cancel);

        Assert.Equal([name], await ListAsync(container));
        Assert.Equal([name], await ListAsync(container, name));
        await container.DeleteBlobAsync(name, cancellationToken: Cancel);
        Assert.Empty(await ListAsync(container));
    }

    [Theory]
    [InlineData("a/./b")]
    [InlineData("a/../b")]
    [InlineData("./a")]
    [InlineData("../a")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a/.")]
    [InlineData("a/..")]
    [InlineData("/a")]
    [InlineData("a/")]
    public async Task Some_names_are_listed_and_not_reached(string name)
    {
        var container = await backend.NewContainerAsync();
        await backend.PutAsync(container, name);

        Assert.Equal([name], await ListAsync(container));
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => container.GetBlobClient(name).GetPropertiesAsync(cancellationToken: Cancel));
        Assert.True(refused.Status is 400 or 404, refused.Message);
    }

    [Theory]
    [InlineData("a\\b", "a/b")]
    [InlineData("h\\..\\x.md", "h/../x.md")]
    public async Task A_backslash_is_taken_for_a_slash(string name, string stored)
    {
        var container = await backend.NewContainerAsync();

        await container.GetBlobClient(name).UploadAsync(BinaryData.FromString("x"), Cancel);

        Assert.Equal([stored], await ListAsync(container));
        Assert.Empty(await ListAsync(container, name));
        Assert.Equal("x", (await container.GetBlobClient(name).DownloadContentAsync(Cancel)).Value.Content.ToString());
    }

    [Fact]
    public async Task Names_that_differ_by_case_or_normalization_are_apart()
    {
        var container = await backend.NewContainerAsync();
        string[] names = ["A", "a", "e\u0301", "\u00e9"];
        foreach (var name in names)
        {
            await container.GetBlobClient(name).UploadAsync(BinaryData.FromString(name), Cancel);
        }

        Assert.Equal(names, await ListAsync(container));
        Assert.Equal("\u00e9", (await container.GetBlobClient("\u00e9").DownloadContentAsync(Cancel)).Value.Content.ToString());
    }

    private static async Task<List<string>> ListAsync(BlobContainerClient container, string? prefix = null) =>
        await container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, Cancel).Select(blob => blob.Name).ToListAsync(Cancel);
}
