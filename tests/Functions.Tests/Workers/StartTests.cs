using Blobpress.Functions.Tests.Hosting;
using Blobpress.Functions.Tests.Infra;
using Blobpress.Functions.Tests.Package;
using Blobpress.Functions.Tests.Protocol;
using Blobpress.Functions.Tests.Sites;
using Blobpress.Publishing.Tests.Azurite;

namespace Blobpress.Functions.Tests.Workers;

public sealed class StartTests(PublishedApp app, FunctionsHost host, AzuriteFixture azurite)
{
    [Theory]
    [InlineData(null)]
    [InlineData("InstrumentationKey=11111111-2222-3333-4444-555555555555;IngestionEndpoint=https://127.0.0.1:1/;LiveEndpoint=https://127.0.0.1:1/")]
    public async Task Telemetry_that_is_not_wanted_or_can_not_be_delivered_holds_up_no_post(string? insights)
    {
        var connection = azurite.NewAccount();
        var site = new AppSite(connection);
        if (insights is not null)
        {
            site.Settings["APPLICATIONINSIGHTS_CONNECTION_STRING"] = insights;
        }

        await using var worker = await Worker.StartAsync(host, app, site.Settings);
        await site.UploadAsync("a.md", SiteFixture.Text("Published", "Hello."));
        Assert.Equal(StatusResult.Types.Status.Success, (await worker.InvokeAsync("PostUploaded", Invocation.Blob("a.md"))).Result.Status);
        Assert.True(await site.HasFileAsync("2026/01/01/a/index.html"));
        Assert.Equal(0, await worker.TerminateAsync());
    }

    [Theory]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "nonsense", "The setting APPLICATIONINSIGHTS_CONNECTION_STRING is no connection string of Application Insights: Connection string doesn't have value for keyword 'nonsense'.")]
    [InlineData("Blobpress__ImagesAtOnce", "17", "The setting Blobpress__ImagesAtOnce is \"17\"; it must be a whole number from 1 to 16.")]
    [InlineData("Blobpress__Lease", "00:05:00", "The setting Blobpress__Lease is \"00:05:00\"; it must be a duration from 00:00:15 to 00:01:00, as 00:00:30.")]
    [InlineData("Blobpress__Guard__BytesPerHour", "much", "The setting Blobpress__Guard__BytesPerHour is \"much\"; it must be a whole number from 1")]
    [InlineData("Blobpress__Cdn__Endpoint", "http://example.org/", "The setting Blobpress__Cdn__Endpoint is \"http://example.org/\"; it must be a URL that begins with https://, or empty.")]
    [InlineData("AzureWebJobsStorage__blobServiceUri", "", "The setting AzureWebJobsStorage__blobServiceUri must be the URL of a storage service")]
    public async Task A_setting_out_of_bounds_stops_the_start_and_the_message_names_it(string name, string value, string message)
    {
        var settings = Infrastructure.SettingsOfAnInstance();
        settings[name] = value;
        var gone = await Assert.ThrowsAsync<WorkerGoneException>(() => Worker.StartAsync(host, app, settings));
        Assert.Contains(message, gone.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_is_asked_to_end_does_so()
    {
        await using var worker = await Worker.StartAsync(host, app, Infrastructure.SettingsOfAnInstance());
        Assert.Equal(0, await worker.TerminateAsync());
    }
}
