using System.IO.Compression;
using System.Text;
using Blobpress.Publishing.Images;
using Blobpress.Site.Settings;

namespace Blobpress.Publishing.Tests.Images;

public class ImageFetcherTests
{
    private static readonly byte[] Ok = HostileOrigin.Response("200 OK", TestImages.Pixel);

    [Fact]
    public async Task Bytes_and_validators_come_back()
    {
        await using var origin = new HostileOrigin(_ => HostileOrigin.Response(
            "200 OK\r\nContent-Type: text/plain\r\nETag: W/\"v1\"\r\nLast-Modified: Sat, 29 Jan 2022 08:00:00 GMT", TestImages.Pixel));

        var fetched = Assert.IsType<FetchResult.Fetched>(await Fetch(origin, new(Url)));

        Assert.Equal(TestImages.Pixel, fetched.Bytes.ToArray());
        Assert.Equal("W/\"v1\"", fetched.ETag);
        Assert.Equal(new DateTimeOffset(2022, 1, 29, 8, 0, 0, TimeSpan.Zero), fetched.LastModified);
        Assert.Equal(Url, fetched.Final);
    }

    [Fact]
    public async Task A_copy_at_hand_is_revalidated()
    {
        await using var origin = new HostileOrigin(_ => HostileOrigin.Response("304 Not Modified"));
        var known = new ImageRequest(Url, "\"v1\"", new DateTimeOffset(2022, 1, 29, 8, 0, 0, TimeSpan.Zero));

        Assert.IsType<FetchResult.NotModified>(await Fetch(origin, known));

        var request = Assert.Single(origin.Requests);
        Assert.Equal("\"v1\"", request.Headers["If-None-Match"]);
        Assert.Equal("Sat, 29 Jan 2022 08:00:00 GMT", request.Headers["If-Modified-Since"]);
    }

    [Fact]
    public async Task Nothing_of_ours_is_sent_along()
    {
        await using var origin = new HostileOrigin(r => r.Path == "/a.png"
            ? HostileOrigin.Response("302 Found\r\nSet-Cookie: a=b\r\nLocation: /b.png")
            : Ok);

        await Fetch(origin, new(Url, Article: new("https://blog.test/secret/post/")));

        Assert.All(origin.Requests, r => Assert.Empty(r.Headers.Keys.Intersect(["Cookie", "Authorization", "Referer"], StringComparer.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Redirects_are_followed_to_their_end()
    {
        await using var origin = new HostileOrigin(r => r.Path switch
        {
            "/a.png" => HostileOrigin.Response("301 Moved\r\nLocation: //other.test/b.png"),
            "/b.png" => HostileOrigin.Response("307 Moved\r\nLocation: c.png"),
            _ => Ok,
        });

        var fetched = Assert.IsType<FetchResult.Fetched>(await Fetch(origin, new(Url)));

        Assert.Equal("http://other.test/c.png", fetched.Final.AbsoluteUri);
    }

    [Fact]
    public async Task A_redirect_loop_ends_after_the_third()
    {
        await using var origin = new HostileOrigin(_ => HostileOrigin.Response("302 Found\r\nLocation: /a.png"));

        var refused = Assert.IsType<FetchResult.Refused>(await Fetch(origin, new(Url)));

        Assert.Contains("more than 3 redirects", refused.Reason, StringComparison.Ordinal);
        Assert.Equal(4, origin.Requests.Count);
    }

    [Theory]
    [InlineData("404 Not Found")]
    [InlineData("410 Gone")]
    [InlineData("204 No Content")]
    public async Task A_clear_no_is_not_asked_again(string status)
    {
        await using var origin = new HostileOrigin(_ => HostileOrigin.Response(status));

        var failed = Assert.IsType<FetchResult.Failed>(await Fetch(origin, new(Url)));

        Assert.True(failed.Permanent);
        Assert.Equal($"{Url}: answered {status}", failed.Reason);
        Assert.Single(origin.Requests);
    }

    [Fact]
    public async Task A_passing_fault_is_tried_again()
    {
        var count = 0;
        await using var origin = new HostileOrigin(_ => ++count < 3 ? HostileOrigin.Response("502 Bad Gateway") : Ok);

        Assert.IsType<FetchResult.Fetched>(await Fetch(origin, new(Url)));
    }

    [Fact]
    public async Task A_lasting_fault_is_reported_as_one_that_may_pass()
    {
        await using var origin = new HostileOrigin(_ => HostileOrigin.Response("500 Oops"));

        Assert.False(Assert.IsType<FetchResult.Failed>(await Fetch(origin, new(Url))).Permanent);
        Assert.Equal(3, origin.Requests.Count);
    }

    [Fact]
    public async Task Retry_After_is_waited_for_where_the_time_allows()
    {
        var count = 0;
        await using var origin = new HostileOrigin(_ => ++count == 1 ? HostileOrigin.Response("429 Slow Down\r\nRetry-After: 0") : Ok);

        Assert.IsType<FetchResult.Fetched>(await Fetch(origin, new(Url)));
    }

    [Fact]
    public async Task A_longer_Retry_After_is_handed_to_the_caller()
    {
        await using var origin = new HostileOrigin(_ => HostileOrigin.Response("429 Slow Down\r\nRetry-After: 3600"));

        Assert.Equal(TimeSpan.FromHours(1), Assert.IsType<FetchResult.Failed>(await Fetch(origin, new(Url))).RetryAfter);
        Assert.Single(origin.Requests);
    }

    [Fact]
    public async Task A_page_named_like_an_image_is_not_one()
    {
        await using var origin = new HostileOrigin(_ => HostileOrigin.Response("200 OK\r\nContent-Type: image/png", "<!doctype html><p>gone"u8));

        var failed = Assert.IsType<FetchResult.Failed>(await Fetch(origin, new(Url)));

        Assert.EndsWith("not an image: an HTML page", failed.Reason, StringComparison.Ordinal);
        Assert.True(failed.Permanent);
    }

    [Fact]
    public async Task Zero_bytes_are_not_an_image()
    {
        await using var origin = new HostileOrigin(_ => HostileOrigin.Response("200 OK"));

        Assert.EndsWith("no bytes", Assert.IsType<FetchResult.Failed>(await Fetch(origin, new(Url))).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_announced_length_beyond_the_cap_is_not_read()
    {
        await using var origin = new HostileOrigin((_, stream, c) =>
            stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 20000001\r\n\r\n"u8.ToArray(), c).AsTask());

        Assert.Contains("more than 20000000 bytes", Assert.IsType<FetchResult.Failed>(await Fetch(origin, new(Url))).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endless_body_ends_at_the_cap()
    {
        await using var origin = new HostileOrigin(async (_, stream, c) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), c);
            while (true)
                await stream.WriteAsync(TestImages.Pixel, c);
        });

        var failed = Assert.IsType<FetchResult.Failed>(await Fetch(origin, new(Url), new() { MaxBytes = 100_000 }));

        Assert.Contains("more than 100000 bytes", failed.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compressed_bomb_ends_at_the_cap(string encoding)
    {
        await using var origin = new HostileOrigin(_ => HostileOrigin.Response($"200 OK\r\nContent-Encoding: {encoding}", Bomb(encoding)));

        var failed = Assert.IsType<FetchResult.Failed>(await Fetch(origin, new(Url)));

        Assert.Contains("more than 20000000 bytes", failed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_shorter_than_announced_is_a_passing_fault()
    {
        await using var origin = new HostileOrigin((_, stream, c) => stream.WriteAsync(
            Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n").Concat(TestImages.Pixel).ToArray(), c).AsTask());

        Assert.False(Assert.IsType<FetchResult.Failed>(await Fetch(origin, new(Url))).Permanent);
        Assert.Equal(3, origin.Requests.Count);
    }

    [Fact]
    public async Task Noise_instead_of_HTTP_is_a_fault()
    {
        await using var origin = new HostileOrigin(_ => "SSH-2.0-OpenSSH_9.2\r\n\r\n"u8.ToArray());

        Assert.IsType<FetchResult.Failed>(await Fetch(origin, new(Url)));
    }

    [Fact]
    public async Task Silence_is_given_up_on()
    {
        await using var origin = new HostileOrigin((_, _, c) => Task.Delay(Timeout.Infinite, c));

        var failed = Assert.IsType<FetchResult.Failed>(await Fetch(origin, new(Url), new() { FirstByteTimeout = TimeSpan.FromMilliseconds(50) }));

        Assert.Contains("no answer within 0.05 s", failed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_drip_is_given_up_on()
    {
        await using var origin = new HostileOrigin(async (_, stream, c) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n"u8.ToArray(), c);
            await Task.Delay(Timeout.Infinite, c);
        });

        var failed = Assert.IsType<FetchResult.Failed>(await Fetch(origin, new(Url), new() { TotalTimeout = TimeSpan.FromMilliseconds(200) }));

        Assert.Contains("longer than 0.2 s in all", failed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_caller_can_cancel()
    {
        await using var origin = new HostileOrigin((_, _, c) => Task.Delay(Timeout.Infinite, c));
        using var fetcher = new ImageFetcher(origin.Options);
        using var cancelled = new CancellationTokenSource();
        var fetching = fetcher.FetchAsync(new(Url), new(), cancelled.Token);
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetching);
    }

    [Fact]
    public async Task No_more_requests_are_under_way_to_a_host_than_allowed()
    {
        int now = 0, most = 0;
        await using var origin = new HostileOrigin(async (_, stream, c) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await Task.Delay(5, c);
            Interlocked.Decrement(ref now);
            await stream.WriteAsync(Ok, c);
        });
        using var fetcher = new ImageFetcher(origin.Options);

        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(i =>
            fetcher.FetchAsync(new(new($"http://origin.test/{i}.png")), new() { PerHost = 2 }, TestContext.Current.CancellationToken)));

        Assert.All(results, r => Assert.IsType<FetchResult.Fetched>(r));
        Assert.InRange(most, 1, 2);
    }

    [Fact]
    public async Task A_place_at_a_busy_host_is_not_waited_for_without_end()
    {
        await using var origin = new HostileOrigin((_, _, c) => Task.Delay(Timeout.Infinite, c));
        using var fetcher = new ImageFetcher(origin.Options);
        using var first = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var settings = new FetchSettings { PerHost = 1, TotalTimeout = TimeSpan.FromMilliseconds(50) };
        var holding = fetcher.FetchAsync(new(Url), settings with { TotalTimeout = TimeSpan.FromMinutes(1) }, first.Token);

        var failed = Assert.IsType<FetchResult.Failed>(await fetcher.FetchAsync(new(Url), settings, TestContext.Current.CancellationToken));

        Assert.Contains("busy with other images", failed.Reason, StringComparison.Ordinal);
        Assert.False(failed.Permanent);
        await first.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => holding);
    }

    private static Uri Url { get; } = new("http://origin.test/a.png");

    private static byte[] Bomb(string encoding)
    {
        using var packed = new MemoryStream();
        using (Stream packer = encoding == "gzip" ? new GZipStream(packed, CompressionLevel.Fastest) : new BrotliStream(packed, CompressionLevel.Fastest))
        {
            packer.Write(TestImages.Pixel);
            for (var i = 0; i < 32; i++)
                packer.Write(new byte[1_000_000]);
        }

        return packed.ToArray();
    }

    private static async Task<FetchResult> Fetch(HostileOrigin origin, ImageRequest request, FetchSettings? settings = null)
    {
        using var fetcher = new ImageFetcher(origin.Options);
        return await fetcher.FetchAsync(request, settings ?? new(), TestContext.Current.CancellationToken);
    }
}
