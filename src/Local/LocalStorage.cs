using Azure;
using Azure.Core;
using Azure.Storage.Blobs;
using Blobpress.Local.Azurite;
using Blobpress.Local.Options;

namespace Blobpress.Local;

/// <summary>The storage that the local host publishes in: an Azurite of its own, or one that already runs.</summary>
public sealed class LocalStorage : IAsyncDisposable
{
    private readonly AzuriteProcess? _azurite;

    private LocalStorage(string connectionString, AzuriteProcess? azurite)
    {
        ConnectionString = connectionString;
        _azurite = azurite;
        var account = new BlobServiceClient(connectionString);
        Posts = account.GetBlobContainerClient("posts");
        Site = account.GetBlobContainerClient("$web");
    }

    public string ConnectionString { get; }

    /// <summary>The sources.</summary>
    public BlobContainerClient Posts { get; }

    /// <summary>What readers see.</summary>
    public BlobContainerClient Site { get; }

    /// <summary>
    /// Starts an Azurite unless <see cref="LocalOptions.Storage"/> names a storage, and makes the two containers where missing.
    /// </summary>
    /// <exception cref="LocalException">Azurite can't be started, or the storage can't be reached or is no storage.</exception>
    public static async Task<LocalStorage> OpenAsync(LocalOptions options, CancellationToken cancel)
    {
        if (options.Storage is not null)
        {
            await CheckAsync(options.Storage, cancel);
            return await WithContainersAsync(new LocalStorage(options.Storage, azurite: null), cancel);
        }

        var azurite = await AzuriteProcess.StartAsync(new AzuriteSettings { DataFolder = Path.Combine(options.Data, "storage") }, cancel);
        return await WithContainersAsync(new LocalStorage(azurite.ConnectionString, azurite), cancel);
    }

    public ValueTask DisposeAsync() => _azurite?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<LocalStorage> WithContainersAsync(LocalStorage storage, CancellationToken cancel)
    {
        await storage.Posts.CreateIfNotExistsAsync(cancellationToken: cancel);
        await storage.Site.CreateIfNotExistsAsync(cancellationToken: cancel);
        return storage;
    }

    private static async Task CheckAsync(string connectionString, CancellationToken cancel)
    {
        try
        {
            var impatient = new BlobClientOptions();
            impatient.Retry.MaxRetries = 1;
            impatient.Retry.Mode = RetryMode.Fixed;
            impatient.Retry.NetworkTimeout = TimeSpan.FromSeconds(10);
            await new BlobServiceClient(connectionString, impatient).GetPropertiesAsync(cancel);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException)
        {
            throw new LocalException($"--storage is no connection string: {fault.Message}", fault);
        }
        catch (Exception fault) when (fault is RequestFailedException or AggregateException)
        {
            throw new LocalException(
                $"The storage that --storage names can't be used: {FaultText.FirstLine(fault).TrimEnd('.')}. Check that it runs and the string is right.", fault);
        }
    }
}
