using Azure.Storage.Blobs;
using Blobpress.Local.Azurite;
using Blobpress.Local.Tests.Azurite;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace Blobpress.Local.Tests.Azurite;

/// <summary>One Azurite for all tests; each takes containers of its own.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private AzuriteProcess? _azurite;

    public string ConnectionString => _azurite!.ConnectionString;

    public async ValueTask InitializeAsync() => _azurite = await AzuriteProcess.StartAsync(new AzuriteSettings());

    public ValueTask DisposeAsync() => _azurite!.DisposeAsync();

    public async Task<BlobContainerClient> NewContainerAsync()
    {
        var container = new BlobContainerClient(ConnectionString, "test-" + Guid.NewGuid().ToString("n"));
        await container.CreateAsync();
        return container;
    }
}
