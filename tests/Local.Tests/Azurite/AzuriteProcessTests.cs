using System.Diagnostics;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Blobpress.Local.Azurite;

namespace Blobpress.Local.Tests.Azurite;

public sealed class AzuriteProcessTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Serves_blobs_queues_and_tables()
    {
        Assert.NotNull((await new BlobServiceClient(azurite.ConnectionString).GetPropertiesAsync(Cancel)).Value);
        Assert.NotNull((await new QueueServiceClient(azurite.ConnectionString).GetPropertiesAsync(Cancel)).Value);
        Assert.NotNull((await new TableServiceClient(azurite.ConnectionString).GetPropertiesAsync(Cancel)).Value);
    }

    [Fact]
    public async Task Keeps_its_data_from_run_to_run()
    {
        using var folder = new TemporaryFolder();
        var settings = new AzuriteSettings { DataFolder = folder.Path };
        await using (var first = await AzuriteProcess.StartAsync(settings, Cancel))
        {
            await new BlobContainerClient(first.ConnectionString, "posts").CreateAsync(cancellationToken: Cancel);
            await new BlobClient(first.ConnectionString, "posts", "a.md").UploadAsync(new BinaryData("Hello"), Cancel);
            await new TableClient(first.ConnectionString, "posts").CreateAsync(Cancel);
            await new TableClient(first.ConnectionString, "posts").AddEntityAsync(new TableEntity("a.md", "record"), Cancel);
        }

        await using var second = await AzuriteProcess.StartAsync(settings, Cancel);
        var kept = await new BlobClient(second.ConnectionString, "posts", "a.md").DownloadContentAsync(Cancel);
        Assert.Equal("Hello", kept.Value.Content.ToString());
        Assert.True((await new TableClient(second.ConnectionString, "posts").GetEntityIfExistsAsync<TableEntity>("a.md", "record", cancellationToken: Cancel)).HasValue);
    }

    [Fact]
    public async Task Refuses_a_data_folder_that_another_one_uses()
    {
        using var folder = new TemporaryFolder();
        var settings = new AzuriteSettings { DataFolder = folder.Path };
        await using var first = await AzuriteProcess.StartAsync(settings, Cancel);

        var fault = await Assert.ThrowsAsync<LocalException>(() => AzuriteProcess.StartAsync(settings, Cancel));
        Assert.Contains("--data", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Starts_on_what_a_crash_left_behind()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".lock", "");
        folder.Write(".process", $"{Environment.ProcessId} {Process.GetCurrentProcess().StartTime.AddDays(-1).ToUniversalTime():O}");

        await using var azurite = await AzuriteProcess.StartAsync(new AzuriteSettings { DataFolder = folder.Path }, Cancel);
        Assert.True(await new BlobContainerClient(azurite.ConnectionString, "posts").CreateIfNotExistsAsync(cancellationToken: Cancel) is not null);
    }

    [Fact]
    public async Task Says_what_to_install_where_there_is_no_Node()
    {
        using var empty = new TemporaryFolder();
        var fault = await Assert.ThrowsAsync<LocalException>(() => NodeTools.FindAsync(empty.Path, Cancel));
        Assert.StartsWith("Node.js was not found on PATH", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Install Node.js", fault.Message, StringComparison.Ordinal);
    }
}
