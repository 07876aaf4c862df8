using System.Globalization;
using Blobpress.Functions.Tests.Hosting;
using Blobpress.Functions.Tests.Package;
using Blobpress.Functions.Tests.Sites;
using Blobpress.Publishing.Tests.Azurite;

namespace Blobpress.Functions.Tests.Workers;

public sealed class TwoWorkerTests(PublishedApp app, FunctionsHost host, AzuriteFixture azurite)
{
    private const int Posts = 24;

    [Fact]
    public async Task Two_workers_share_a_burst_of_uploads_overwrites_and_deletes()
    {
        var connection = azurite.NewAccount();
        var site = new AppSite(connection);
        await using var one = await Worker.StartAsync(host, app, site.Settings);
        await using var other = await Worker.StartAsync(host, app, site.Settings);
        var triggers = new Triggers(connection, new(app), one, other);
        var names = Enumerable.Range(0, Posts).Select(number => string.Create(CultureInfo.InvariantCulture, $"burst/{number}.md")).ToList();

        await site.UploadAsync("site.yml", "title: A burst\n");
        await Task.WhenAll(names.Select(name => site.UploadAsync(name, SiteFixture.Text(name, "First."))));
        // The events come while the queues are worked off, and each of them twice, to both workers.
        await Task.WhenAll([triggers.UploadedAsync("site.yml"), .. names.Concat(names).Select(triggers.UploadedAsync), triggers.DrainAsync()]);
        await Task.WhenAll(names.Select((name, number) => (number % 3) switch
        {
            0 => site.UploadAsync(name, SiteFixture.Text($"Again {name}", "Second.")),
            1 => site.DeleteAsync(name),
            _ => Task.CompletedTask,
        }));
        await Task.WhenAll([.. names.Select(triggers.UploadedAsync), triggers.DrainAsync(), triggers.TickAsync("Sweep")]);
        Assert.Empty(await triggers.DrainAsync());
        await site.AssertIsAsTheLocalHostMakesItAsync(azurite.NewAccount());
    }
}
