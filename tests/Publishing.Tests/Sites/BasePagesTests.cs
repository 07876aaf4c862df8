using Azure;
using Azure.Data.Tables;
using Blobpress.StorageDouble.Simulation;

namespace Blobpress.Publishing.Tests.Sites;

/// <summary>Pages that depend on settings and theme, and on no post.</summary>
public sealed class BasePagesTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("RowKey='.~.~site'")]
    [InlineData("404.html")]
    [InlineData("robots.txt")]
    [InlineData("/authors/index.html")]
    [InlineData("/feed.json")]
    public async Task They_follow_the_settings_wherever_a_change_of_these_is_cut_short(string fault)
    {
        var (clean, site) = (await SmallSite.CreateAsync(), await SmallSite.CreateAsync());
        await site.UploadAsync("site.yml", "title: Pier");
        await site.SweepAsync();

        site.Faults = call => call.Method != "GET" && call.Method != "HEAD" && call.ToString().Contains(fault, StringComparison.Ordinal) ? Fault.ServerBusy : null;
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await site.UploadAsync("site.yml", "title: Quay\nurl: https://quay.test/");
            await site.ListAsync();
        });
        site.Faults = null;
        await site.SweepAsync();
        await site.SweepAsync();

        await clean.UploadAsync("site.yml", "title: Quay\nurl: https://quay.test/");
        await clean.SweepAsync();
        Assert.Equal(clean.Files(), site.Files());
    }

    [Fact]
    public async Task They_are_made_again_where_another_engine_made_them()
    {
        var site = await SmallSite.CreateAsync();
        await site.SweepAsync();
        var before = site.Files();
        foreach (var page in new[] { "404.html", "robots.txt", "authors/index.html" })
        {
            await site.Web.GetBlobClient(page).UploadAsync(BinaryData.FromString("old"), overwrite: true, Cancel);
        }

        foreach (var row in new[] { "files", "pages" })
        {
            await site.Lists.UpdateEntityAsync(new TableEntity("site", row) { ["Style"] = "old" }, ETag.All, TableUpdateMode.Replace, Cancel);
        }

        Assert.Equal(1, (await site.SweepAsync()).Restyled);
        Assert.Equal(before, site.Files());
        Assert.True((await site.SweepAsync(thoroughly: true)).IsClean);
    }
}
