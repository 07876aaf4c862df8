using Azure.Storage.Blobs.Models;
using Blobpress.Functions.Tests.Infra;
using Blobpress.Local;
using Blobpress.Publishing.Hosting;
using Blobpress.Publishing.Storage;

namespace Blobpress.Functions.Tests.Sites;

/// <summary>A site in an account of its own on Azurite.</summary>
/// <param name="connection">The account's connection string.</param>
internal sealed class AppSite(string connection)
{
    public StorageAccount Account { get; } = StorageConnection.Open(connection);

    /// <summary>The settings of a worker that publishes here.</summary>
    public Dictionary<string, string> Settings { get; } = new()
    {
        ["AzureWebJobsStorage"] = connection,
        ["BLOBPRESS_SWEEP"] = Infrastructure.Settings["BLOBPRESS_SWEEP"],
        ["BLOBPRESS_THOROUGH_SWEEP"] = Infrastructure.Settings["BLOBPRESS_THOROUGH_SWEEP"],
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Task UploadAsync(string name, string text) => UploadAsync(name, BinaryData.FromString(text));

    public Task UploadAsync(string name, BinaryData bytes) => Account.Posts.GetBlobClient(name).UploadAsync(bytes, overwrite: true, Cancel);

    public Task DeleteAsync(string name) => Account.Posts.DeleteBlobAsync(name, cancellationToken: Cancel);

    /// <summary>Every file of the site: its name, what it is served with, and its bytes.</summary>
    public async Task<IReadOnlyList<string>> FilesAsync()
    {
        var files = new List<string>();
        await foreach (var file in Account.Web.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, Cancel))
        {
            files.Add($"{file.Name} {file.Properties.ContentType} {file.Properties.CacheControl} {Convert.ToHexString(file.Properties.ContentHash ?? [])}");
        }

        files.Sort(StringComparer.Ordinal);
        return files;
    }

    public async Task<bool> HasFileAsync(string name) => await Account.Web.GetBlobClient(name).ExistsAsync(Cancel);

    public async Task<string> TextAsync(string file) => (await Account.Web.GetBlobClient(file).DownloadContentAsync(Cancel)).Value.Content.ToString();

    /// <summary>The site is, byte for byte, what the local host makes of the same sources in an account where nothing was before.</summary>
    /// <param name="fresh">The connection string of such an account.</param>
    public async Task AssertIsAsTheLocalHostMakesItAsync(string fresh)
    {
        var clean = new AppSite(fresh);
        await using var local = new LocalPublisher(fresh, []);
        await local.PrepareAsync(Cancel);
        var names = new List<string>();
        await foreach (var source in Account.Posts.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, Cancel))
        {
            names.Add(source.Name);
            await clean.UploadAsync(source.Name, (await Account.Posts.GetBlobClient(source.Name).DownloadContentAsync(Cancel)).Value.Content);
        }

        await local.PublishAllAsync(names, wait: true, Cancel);
        Assert.Equal(await clean.FilesAsync(), await FilesAsync());
    }
}
