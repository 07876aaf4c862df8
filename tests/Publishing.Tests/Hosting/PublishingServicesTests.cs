using Azure.Identity;
using Blobpress.Publishing.Cdn;
using Blobpress.Publishing.Diagnostics;
using Blobpress.Publishing.Hosting;
using Blobpress.Publishing.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Blobpress.Publishing.Tests.Hosting;

public sealed class PublishingServicesTests
{
    private static readonly Dictionary<string, string?> Identity = new()
    {
        ["AzureWebJobsStorage:clientId"] = "11111111-2222-3333-4444-555555555555",
        ["AzureWebJobsStorage:blobServiceUri"] = "https://site.blob.core.windows.net/",
        ["AzureWebJobsStorage:queueServiceUri"] = "https://site.queue.core.windows.net/",
        ["AzureWebJobsStorage:tableServiceUri"] = "https://site.table.core.windows.net/",
    };

    [Fact]
    public void A_connection_string_is_all_that_a_host_needs()
    {
        using var services = Services(new() { ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true" });
        Assert.NotNull(services.GetRequiredService<Publishers>());
        Assert.NotNull(services.GetRequiredService<HourlyBudget>());
        Assert.NotNull(services.GetRequiredService<QueueWatch>());
        Assert.Same(CdnPurger.None, services.GetRequiredService<CdnPurger>());
    }

    [Fact]
    public void In_Azure_an_identity_reaches_each_service()
    {
        using var services = Services(Identity);
        var account = services.GetRequiredService<StorageAccount>();
        Assert.Equal("https://site.blob.core.windows.net/posts", account.Posts.Uri.ToString());
        Assert.Equal("https://site.queue.core.windows.net/site-changed", account.Changed.Uri.ToString());
        Assert.IsType<ManagedIdentityCredential>(StorageConnection.Credential(Configuration(Identity)));
    }

    [Fact]
    public void A_CDN_is_used_where_its_endpoint_is_set()
    {
        using var services = Services(new(Identity) { ["Blobpress:Cdn:Endpoint"] = "https://management.azure.com/subscriptions/s/e" });
        Assert.NotSame(CdnPurger.None, services.GetRequiredService<CdnPurger>());
    }

    [Fact]
    public void A_host_without_storage_does_not_start()
    {
        var error = Assert.Throws<SettingException>(() => Services([]));
        Assert.Equal("The setting AzureWebJobsStorage__blobServiceUri must be the URL of a storage service, since AzureWebJobsStorage holds no connection string.", error.Message);
    }

    private static ServiceProvider Services(Dictionary<string, string?> settings) =>
        new ServiceCollection().AddLogging().AddBlobpress(Configuration(settings)).BuildServiceProvider();

    private static IConfiguration Configuration(Dictionary<string, string?> settings) => new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
}
