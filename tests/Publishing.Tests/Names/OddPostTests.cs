using Azure.Storage.Blobs.Models;
using Blobpress.Publishing.Hosting;
using Blobpress.Publishing.Images;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Tests.Azurite;

namespace Blobpress.Publishing.Tests.Names;

/// <summary>Whatever a post says of itself, it is published or rejected with a receipt, and goes without a trace.</summary>
public class OddPostTests(AzuriteFixture azurite)
{
    private const int Posts = 15;

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task In_a_storage_that_keeps_all_documented_limits(int seed)
    {
        var site = await SmallSite.CreateAsync();
        await site.UploadAsync("site.yml", "title: Odd\n");
        await site.SweepAsync();
        var (empty, odd) = (site.Files(), new OddPosts(seed));
        for (var number = 0; number < Posts; number++)
        {
            var report = await site.UploadAsync($"p{number}.md", odd.Next(number));
            AssertIsSettled(report);
            Assert.Equal(report.Outcome, (await site.Receipts.ReadAsync(report.Source, Cancel))!.Outcome);
        }

        await site.SweepAsync();
        Assert.True((await site.SweepAsync(thoroughly: true)).IsClean);

        for (var number = 0; number < Posts; number++)
        {
            await site.RemoveAsync($"p{number}.md");
        }

        await site.SweepAsync();
        Assert.True((await site.SweepAsync(thoroughly: true)).IsClean);
        Assert.Equal(empty, site.Files());
        Assert.Empty(await site.RecordsAsync());
    }

    [Fact]
    public async Task In_a_real_storage()
    {
        var account = StorageConnection.Open(azurite.NewAccount());
        await account.CreateAsync(Cancel);
        using var fetcher = new ImageFetcher(new() { Resolve = (_, _) => Task.FromResult<System.Net.IPAddress[]>([]) });
        var publishers = new Publishers(account, fetcher, new(), TimeProvider.System);
        await publishers.Sources.PublishAsync("site.yml", Cancel);
        var odd = new OddPosts(3);
        for (var number = 0; number < 6; number++)
        {
            var name = $"p{number}.md";
            await account.Posts.GetBlobClient(name).UploadAsync(BinaryData.FromString(odd.Next(number)), Cancel);
            AssertIsSettled(await publishers.Sources.PublishAsync(name, Cancel));
            Assert.NotNull(await publishers.Receipts.ReadAsync(name, Cancel));
        }

        await publishers.Listings.RunAsync(Cancel);
        await foreach (var file in account.Web.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, Cancel))
        {
            // What a listing names can be asked for by that name.
            Assert.True(await account.Web.GetBlobClient(file.Name).ExistsAsync(Cancel), file.Name);
        }
    }

    [Fact]
    public async Task The_most_of_everything_fits_in_its_rows()
    {
        var site = await SmallSite.CreateAsync();
        await site.UploadAsync("site.yml", "title: Odd\n");
        await site.SweepAsync();
        for (var number = 0; number < 3; number++)
        {
            AssertIsSettled(await site.UploadAsync("most.md", Most(number)));
        }

        await site.SweepAsync();
        Assert.True((await site.SweepAsync(thoroughly: true)).IsClean);
        var receipt = await site.Receipts.ReadAsync("most.md", Cancel);
        Assert.InRange(receipt!.Reasons.Count, 100, 201);
    }

    private static void AssertIsSettled(PublishReport report)
    {
        Assert.Contains(report.Outcome, new[] { PublishOutcome.Published, PublishOutcome.Rejected, PublishOutcome.Removed });
        Assert.True(report.Outcome != PublishOutcome.Rejected || report.Reasons.Count > 0, report.Source);
    }

    // 64 KB of front matter in names that take nine characters a letter in URLs, and as many images as are fetched, with an image and a note a line.
    private static string Most(int number)
    {
        string Many(int count, int length, string letter) => string.Join(", ", Enumerable.Range(0, count).Select(at => $"{number}{at}{string.Concat(Enumerable.Repeat(letter, length))}"));
        var categories = string.Join(", ", Enumerable.Range(0, 60).Select(at => $"[潮{number}, {Many(3, 20, "港")}, {at}]"));
        var images = string.Join("\n\n", Enumerable.Range(0, 700).Select(at => $"![](http://img{number}.test/{new string('x', 190)}{at})\n\n<iframe src=\"http://f{at}.test/{new string('y', 600)}\"></iframe>"));
        return $"---\ntitle: {new string('港', 499)}\ndate: 2024-01-01\ntags: [{Many(100, 32, "文")}]\nauthor: [{Many(20, 32, "人")}]\ncategories: [{categories}]\nalias: [{Many(25, 60, "旧")}]\n---\n{images}\n";
    }
}
