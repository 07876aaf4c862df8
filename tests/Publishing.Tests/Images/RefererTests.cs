using Blobpress.Publishing.Images;

namespace Blobpress.Publishing.Tests.Images;

public class RefererTests
{
    private static readonly Uri Article = new("https://blog.test/2022/01/29/harbour/");

    [Fact]
    public async Task A_host_that_refuses_foreign_referers_gets_none()
    {
        await using var origin = Wanting(r => r is null);

        await FetchTwice(origin);

        Assert.Equal([null, null], origin.Requests.Select(r => r.Referer));
    }

    [Fact]
    public async Task A_host_that_refuses_an_empty_referer_gets_its_own_and_is_remembered()
    {
        await using var origin = Wanting(r => r == "http://img.test/");

        await FetchTwice(origin);

        Assert.Equal([null, "http://img.test/", "http://img.test/"], origin.Requests.Select(r => r.Referer));
    }

    [Fact]
    public async Task A_host_that_wants_the_articles_site_gets_that_and_no_more()
    {
        await using var origin = Wanting(r => r == "https://blog.test/");

        await FetchTwice(origin);

        Assert.Equal([null, "http://img.test/", "https://blog.test/", "https://blog.test/"], origin.Requests.Select(r => r.Referer));
    }

    [Fact]
    public async Task A_host_that_refuses_with_a_page_is_seen_through()
    {
        await using var origin = new HostileOrigin(r => HostileOrigin.Response("200 OK", r.Referer is null ? "<html>No hotlinks"u8 : TestImages.Pixel));

        Assert.All(await FetchTwice(origin), r => Assert.IsType<FetchResult.Fetched>(r));
    }

    [Fact]
    public async Task A_host_that_refuses_all_is_asked_once_for_each()
    {
        await using var origin = Wanting(_ => false);
        using var fetcher = new ImageFetcher(origin.Options);

        var failed = Assert.IsType<FetchResult.Failed>(await Fetch(fetcher, "a"));

        Assert.True(failed.Permanent);
        Assert.Contains("403", failed.Reason, StringComparison.Ordinal);
        Assert.Equal(3, origin.Requests.Count);
    }

    private static HostileOrigin Wanting(Func<string?, bool> accepts) => new(r =>
        accepts(r.Referer) ? HostileOrigin.Response("200 OK", TestImages.Pixel) : HostileOrigin.Response("403 Forbidden"));

    private static async Task<FetchResult[]> FetchTwice(HostileOrigin origin)
    {
        using var fetcher = new ImageFetcher(origin.Options);
        return [await Fetch(fetcher, "a"), await Fetch(fetcher, "b")];
    }

    private static Task<FetchResult> Fetch(ImageFetcher fetcher, string name) =>
        fetcher.FetchAsync(new(new($"http://img.test/{name}.png"), Article: Article), new(), TestContext.Current.CancellationToken);
}
