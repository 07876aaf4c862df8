using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Blobpress.Local;
using Blobpress.Local.Azurite;

namespace Blobpress.StorageDouble.Tests.Conformance;

/// <summary>A real Azurite; its tests are skipped on a machine that can't run one.</summary>
public sealed class AzuriteBackend : StorageBackend, IAsyncLifetime
{
    private AzuriteProcess? azurite;
    private string whyNot = "";

    public override BlobServiceClient Blobs => new(Connect(), Configure(new BlobClientOptions()));

    public override QueueServiceClient Queues => new(Connect(), Configure(new QueueClientOptions()));

    public override TableServiceClient Tables => new(Connect(), Configure(new TableClientOptions()));

    public async ValueTask InitializeAsync()
    {
        try
        {
            await NodeTools.FindAsync();
        }
        catch (LocalException missing)
        {
            whyNot = missing.Message;
            return;
        }

        azurite = await AzuriteProcess.StartAsync(new AzuriteSettings());
    }

    public ValueTask DisposeAsync() => azurite?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static T Configure<T>(T options)
        where T : ClientOptions
    {
        options.Retry.MaxRetries = 0;
        return options;
    }

    private string Connect()
    {
        Assert.SkipWhen(azurite is null, whyNot);
        return azurite!.ConnectionString;
    }
}
