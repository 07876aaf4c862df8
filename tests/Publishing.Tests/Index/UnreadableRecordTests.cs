using Azure.Data.Tables;
using Blobpress.Publishing.Storage;

namespace Blobpress.Publishing.Tests.Index;

public sealed class UnreadableRecordTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("record", "{\"outcome\":\"Vanished\"}")]
    [InlineData("record", "null")]
    [InlineData("record", "")]
    [InlineData("indexed", "[]")]
    public async Task The_sweep_writes_it_anew(string row, string json)
    {
        var site = await NewSiteAsync();
        var before = site.Files();
        await SpoilAsync(site, "ropes.md", row, json);
        await site.SweepAsync();
        Assert.Equal(before, site.Files());
        Assert.True((await site.SweepAsync(thoroughly: true)).IsClean);
    }

    [Fact]
    public async Task A_post_is_removed_without_it()
    {
        var site = await NewSiteAsync();
        await SpoilAsync(site, "ropes.md", "record", "{}");
        await site.RemoveAsync("ropes.md");
        await site.SweepAsync();
        Assert.DoesNotContain("ropes", site.Files(), StringComparison.Ordinal);
        Assert.True((await site.SweepAsync(thoroughly: true)).IsClean);
    }

    [Theory]
    [InlineData("site.yml", "title: Harbour")]
    [InlineData("chart.csv", "high,low")]
    public async Task Settings_and_assets_are_taken_in_again(string name, string text)
    {
        var site = await NewSiteAsync();
        await site.UploadAsync(name, text);
        await site.SweepAsync();
        var before = site.Files();
        await SpoilAsync(site, name, "record", "{}");
        await site.SweepAsync();
        Assert.Equal(before, site.Files());
        await site.RemoveAsync(name);
        Assert.DoesNotContain("chart", site.Files(), StringComparison.Ordinal);
    }

    private static async Task<SmallSite> NewSiteAsync()
    {
        var site = await SmallSite.CreateAsync();
        await site.UploadAsync("tides.md", "---\ntitle: Tides\ndate: 2024-03-01\ntags: sea\n---\nHigh at noon.\n");
        await site.UploadAsync("ropes.md", "---\ntitle: Ropes\ndate: 2024-03-02\ntags: sea\n---\nHemp.\n");
        await site.ListAsync();
        return site;
    }

    // As if an older engine, or a hand, had written it.
    private static async Task SpoilAsync(SmallSite site, string name, string row, string json)
    {
        TableEntity entity = (await site.Records.GetEntityAsync<TableEntity>(TableKey.Of(name), row, cancellationToken: Cancel)).Value;
        entity["Json0"] = json;
        await site.Records.UpdateEntityAsync(entity, entity.ETag, TableUpdateMode.Replace, Cancel);
    }
}
