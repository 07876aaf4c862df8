using Blobpress.StorageDouble.Simulation;

namespace Blobpress.Publishing.Tests.Listing;

public class IsolationTests
{
    [Fact]
    public async Task A_change_that_storage_will_never_take_holds_no_other_up()
    {
        var site = await SmallSite.CreateAsync();
        await site.UploadAsync("bad.md", "---\ntitle: Bad\ndate: 2024-01-01\ntags: poison\n---\nText\n");
        await site.UploadAsync("good.md", "---\ntitle: Good\ndate: 2024-01-02\ntags: tide\n---\nText\n");
        site.Faults = call => call.ToString().Contains("/tags/poison/index.html", StringComparison.Ordinal) ? new Fault.Answer(400, "InvalidInput") : null;

        var fault = await Assert.ThrowsAsync<AggregateException>(site.ListAsync);

        Assert.StartsWith("Lists could not be told of bad.md.", fault.Message, StringComparison.Ordinal);
        Assert.Contains("tags/tide/index.html", site.Files(), StringComparison.Ordinal);

        site.Faults = null;
        await site.ListAsync();
        Assert.Contains("tags/poison/index.html", site.Files(), StringComparison.Ordinal);
    }
}
