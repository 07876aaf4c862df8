using System.Text;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Azure.Storage.Sas;
using Blobpress.Local;
using Blobpress.Local.Azurite;

namespace Blobpress.StorageDouble.Tests.Conformance;

/// <summary>A real Azurite; its tests are skipped on a machine that can't run one.</summary>
public sealed class AzuriteBackend : StorageBackend, IAsyncLifetime
{
    private readonly HttpClient http = new();
    private AzuriteProcess? azurite;
    private string whyNot = "";

    public override BlobServiceClient Blobs => new(Connect(), Configure(new BlobClientOptions()));

    public override QueueServiceClient Queues => new(Connect(), Configure(new QueueClientOptions()));

    public override TableServiceClient Tables => new(Connect(), Configure(new TableClientOptions()));

    public override async Task PutAsync(BlobContainerClient container, string name)
    {
        var query = container.GenerateSasUri(BlobContainerSasPermissions.Write, DateTimeOffset.UtcNow.AddHours(1)).Query;
        var path = string.Concat(Encoding.UTF8.GetBytes(name).Select(each => each == '/' ? "/" : $"%{each:X2}"));
        var asWritten = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri($"{container.Uri}/{path}{query}", asWritten)) { Content = new StringContent("x") };
        request.Headers.Add("x-ms-blob-type", "BlockBlob");
        (await http.SendAsync(request, Cancel)).EnsureSuccessStatusCode();
    }

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

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return azurite?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

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
