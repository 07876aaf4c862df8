using System.Net;
using System.Net.Sockets;
using Blobpress.Publishing.Images;
using Blobpress.Publishing.Posts;
using Blobpress.Site.Settings;

namespace Blobpress.Publishing.Tests.Images;

/// <summary>Posts with twenty images each on a host that gives nothing, through the real fetcher: what the host and the resolver are asked.</summary>
public class DeadHostTests
{
    private const int Images = 20;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_name_that_does_not_resolve_is_asked_for_by_the_first_images_alone()
    {
        var resolver = new CountingResolver(_ => throw new SocketException((int)SocketError.HostNotFound));
        var reports = await PublishAsync(new() { Resolve = resolver.ResolveAsync }, "nowhere.test");

        Assert.InRange(resolver.Asked, 1, new FetchSettings().PerHost);
        AssertAreOwed(reports);
    }

    [Fact]
    public async Task A_refused_connection_is_not_tried_again_by_any_post()
    {
        // Bound and not listening: every connection is refused, and nobody else takes the port.
        using var closed = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        closed.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var resolver = new CountingResolver(_ => [IPAddress.Parse("203.0.113.1")]);
        var options = new ImageFetcherOptions { ConnectTo = [new("refusing.test", 80, IPAddress.Loopback, ((IPEndPoint)closed.LocalEndPoint!).Port)], Resolve = resolver.ResolveAsync };
        var reports = await PublishAsync(options, "refusing.test");

        AssertAreOwed(reports);
        Assert.All(reports.SelectMany(report => report.Images), image => Assert.Contains("refused", image.Reason, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_host_that_hangs_up_is_connected_to_by_the_first_post_alone()
    {
        var connections = 0;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _ = AcceptAsync();
        var site = await ImageSite.CreateAsync(new ImageFetcher(new() { ConnectTo = [new("rude.test", 80, IPAddress.Loopback, ((IPEndPoint)listener.LocalEndpoint).Port)], Backoff = TimeSpan.FromMilliseconds(1) }));
        await PostAsync(site, "a", "rude.test");
        var first = connections;
        await PostAsync(site, "b", "rude.test");

        Assert.True(first > 0);
        Assert.Equal(first, connections);

        async Task AcceptAsync()
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(Cancel);
                Interlocked.Increment(ref connections);
                client.Client.Close(timeout: 0);
            }
        }
    }

    [Fact]
    public async Task A_dead_host_costs_a_good_one_nothing()
    {
        await using var good = new HostileOrigin(async (_, stream, c) => await stream.WriteAsync(HostileOrigin.Response("200 OK", TestImages.Pixel), c));
        var resolver = new CountingResolver(_ => throw new SocketException((int)SocketError.HostNotFound));
        var options = good.Options with { Resolve = resolver.ResolveAsync, ConnectTo = [.. good.Options.ConnectTo.Select(to => to with { Host = "good.test" })] };
        var site = await ImageSite.CreateAsync(new ImageFetcher(options));
        await site.UploadAsync("a.md", ImageSite.Post("a", [.. Urls("a", "dead.test"), .. Urls("a", "good.test")]));

        var report = await site.PublishAsync("a.md");

        Assert.Equal((Images, Images), (report.Images.Count(image => image.Outcome == "missing"), report.Images.Count(image => image.Outcome == "ready")));
        Assert.InRange(resolver.Asked, 1, new FetchSettings().PerHost);
    }

    private static async Task<IReadOnlyList<PublishReport>> PublishAsync(ImageFetcherOptions options, string host)
    {
        var site = await ImageSite.CreateAsync(new ImageFetcher(options));
        return [await PostAsync(site, "a", host), await PostAsync(site, "b", host), await PostAsync(site, "c", host)];
    }

    private static Task<PublishReport> PostAsync(ImageSite site, string name, string host) => site.PostAsync(name, [.. Urls(name, host)]);

    private static IEnumerable<string> Urls(string name, string host) => Enumerable.Range(0, Images).Select(at => $"http://{host}/{name}/{at}.png");

    private static void AssertAreOwed(IReadOnlyList<PublishReport> reports)
    {
        Assert.All(reports, report => Assert.Equal(PublishOutcome.Published, report.Outcome));
        Assert.Equal(3 * Images, reports.SelectMany(report => report.Images).Count(image => image.Outcome == "missing" && image.Reason is not null));
    }

    private sealed class CountingResolver(Func<string, IPAddress[]> answer)
    {
        private int _asked;

        public int Asked => _asked;

        public Task<IPAddress[]> ResolveAsync(string name, CancellationToken cancel)
        {
            Interlocked.Increment(ref _asked);
            return Task.Run(() => answer(name), cancel);
        }
    }
}
