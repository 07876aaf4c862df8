using System.Net;
using System.Net.Sockets;
using System.Text;
using Blobpress.Publishing.Images;
using Blobpress.Site.Settings;

namespace Blobpress.Publishing.Tests.Images;

public class SilentHostTests
{
    private static readonly byte[] Ok = HostileOrigin.Response("200 OK", TestImages.Pixel);

    // Long enough that no healthy answer on a busy machine is taken for silence.
    private static readonly FetchSettings Impatient = new() { FirstByteTimeout = TimeSpan.FromSeconds(1), TotalTimeout = TimeSpan.FromSeconds(2) };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Silence_is_waited_for_once_however_many_images_want_the_host()
    {
        await using var origin = new HostileOrigin((_, _, c) => Task.Delay(Timeout.Infinite, c));
        using var fetcher = new ImageFetcher(origin.Options);

        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => FetchAsync(fetcher, $"http://silent.test/{i}.png")));
        results = [.. results, await FetchAsync(fetcher, "http://silent.test/later.png")];

        Assert.All(results, result => Assert.Equal("silent.test:80", Assert.IsType<FetchResult.Failed>(result).FailedHost));
        Assert.All(results, result => Assert.Contains("no answer within 1 s", ((FetchResult.Failed)result).Reason, StringComparison.Ordinal));
        Assert.InRange(origin.Requests.Count, 1, new FetchSettings().PerHost);
    }

    [Fact]
    public async Task A_host_that_answers_others_is_not_blamed_for_one_slow_image()
    {
        await using var origin = new HostileOrigin(async (request, stream, c) =>
        {
            if (request.Path == "/slow.png")
                await Task.Delay(Timeout.Infinite, c);
            await stream.WriteAsync(Ok, c);
        });
        using var fetcher = new ImageFetcher(origin.Options);

        var slow = FetchAsync(fetcher, "http://img.test/slow.png");
        while (origin.Requests.IsEmpty)
            await Task.Delay(5, Cancel);
        Assert.IsType<FetchResult.Fetched>(await FetchAsync(fetcher, "http://img.test/a.png"));

        Assert.Null(Assert.IsType<FetchResult.Failed>(await slow).FailedHost);
        Assert.IsType<FetchResult.Fetched>(await FetchAsync(fetcher, "http://img.test/b.png"));
    }

    [Fact]
    public async Task A_name_that_does_not_resolve_is_asked_for_once()
    {
        var asked = 0;
        using var fetcher = new ImageFetcher(new()
        {
            Resolve = (_, _) =>
            {
                Interlocked.Increment(ref asked);
                return Task.FromException<IPAddress[]>(new SocketException((int)SocketError.HostNotFound));
            },
        });

        var failed = Assert.IsType<FetchResult.Failed>(await FetchAsync(fetcher, "http://nowhere.test/a.png"));
        await FetchAsync(fetcher, "http://nowhere.test/b.png");

        Assert.Equal(("nowhere.test:80", 1), (failed.FailedHost, asked));
    }

    [Fact]
    public async Task A_refused_connection_is_an_answer()
    {
        var resolved = 0;
        var port = FreePort();
        using var fetcher = new ImageFetcher(new()
        {
            ConnectTo = [new("", 80, IPAddress.Loopback, port)],
            Resolve = (_, _) => Task.FromResult(new IPAddress[resolved++]),
        });

        var failed = Assert.IsType<FetchResult.Failed>(await FetchAsync(fetcher, "http://closed.test/a.png"));

        Assert.Equal("closed.test:80", failed.FailedHost);
        Assert.Contains("refused", failed.Reason, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_name_that_DNS_never_answers_for_is_given_up_on()
    {
        using var fetcher = new ImageFetcher(new() { Resolve = async (_, c) => await Task.Delay(Timeout.Infinite, c).ContinueWith<IPAddress[]>(_ => throw new OperationCanceledException(c), TaskScheduler.Default) });

        var failed = Assert.IsType<FetchResult.Failed>(await FetchAsync(fetcher, "http://limbo.test/a.png"));

        Assert.Equal("limbo.test:80", failed.FailedHost);
    }

    [Fact]
    public async Task A_handshake_that_never_ends_is_given_up_on()
    {
        await using var origin = new HostileOrigin((_, _, c) => Task.Delay(Timeout.Infinite, c));
        using var fetcher = new ImageFetcher(origin.Options with { ConnectTo = [origin.Options.ConnectTo[0] with { Port = 443 }] });

        var failed = Assert.IsType<FetchResult.Failed>(await FetchAsync(fetcher, "https://tls.test/a.png"));

        Assert.Equal("tls.test:443", failed.FailedHost);
    }

    [Fact]
    public async Task Endless_headers_are_not_read_to_their_end_and_not_asked_for_again()
    {
        await using var origin = new HostileOrigin(async (_, stream, c) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray(), c);
            for (var i = 0; ; i++)
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"X-{i}: {new string('x', 100)}\r\n"), c);
        });
        using var fetcher = new ImageFetcher(origin.Options);

        var failed = Assert.IsType<FetchResult.Failed>(await FetchAsync(fetcher, "http://img.test/a.png"));

        Assert.True(failed.Permanent);
        Assert.Single(origin.Requests);
    }

    [Fact]
    public async Task Endless_interim_responses_are_given_up_on()
    {
        await using var origin = new HostileOrigin(async (_, stream, c) =>
        {
            while (true)
            {
                await stream.WriteAsync("HTTP/1.1 103 Early Hints\r\n\r\n"u8.ToArray(), c);
                await Task.Delay(10, c);
            }
        });
        using var fetcher = new ImageFetcher(origin.Options);

        Assert.Equal("img.test:80", Assert.IsType<FetchResult.Failed>(await FetchAsync(fetcher, "http://img.test/a.png")).FailedHost);
    }

    [Fact]
    public async Task A_trickle_is_given_up_on_after_the_total_time_and_is_the_hosts_failure()
    {
        await using var origin = new HostileOrigin(async (_, stream, c) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 20000000\r\n\r\n"u8.ToArray(), c);
            while (true)
            {
                await stream.WriteAsync(TestImages.Pixel.AsMemory(0, 1), c);
                await Task.Delay(50, c);
            }
        });
        using var fetcher = new ImageFetcher(origin.Options);

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => FetchAsync(fetcher, $"http://drip.test/{i}.png")));

        Assert.All(results, result => Assert.Equal("drip.test:80", Assert.IsType<FetchResult.Failed>(result).FailedHost));
        Assert.InRange(origin.Requests.Count, 1, new FetchSettings().PerHost);
    }

    [Fact]
    public async Task A_silent_target_of_a_redirect_is_blamed_and_not_the_host_that_redirects()
    {
        await using var origin = new HostileOrigin(async (request, stream, c) =>
        {
            if (request.Host == "silent.test")
                await Task.Delay(Timeout.Infinite, c);
            await stream.WriteAsync(request.Path == "/ok.png" ? Ok : HostileOrigin.Response("302 Found\r\nLocation: http://silent.test/x.png"), c);
        });
        using var fetcher = new ImageFetcher(origin.Options);

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => FetchAsync(fetcher, $"http://hub.test/{i}.png")));

        Assert.All(results, result => Assert.Equal("silent.test:80", Assert.IsType<FetchResult.Failed>(result).FailedHost));
        Assert.InRange(origin.Requests.Count(request => request.Host == "silent.test"), 1, new FetchSettings().PerHost);
        Assert.IsType<FetchResult.Fetched>(await FetchAsync(fetcher, "http://hub.test/ok.png"));
    }

    [Fact]
    public async Task Silent_hosts_take_no_places_from_one_that_answers()
    {
        await using var origin = new HostileOrigin(async (request, stream, c) =>
        {
            if (request.Host != "good.test")
                await Task.Delay(Timeout.Infinite, c);
            await stream.WriteAsync(Ok, c);
        });
        using var fetcher = new ImageFetcher(origin.Options);
        await FetchAsync(fetcher, "http://good.test/first.png");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var patient = new FetchSettings { FirstByteTimeout = TimeSpan.FromMinutes(2), TotalTimeout = TimeSpan.FromMinutes(5) };
        var silent = Enumerable.Range(0, 400).Select(i => fetcher.FetchAsync(new(new($"http://silent{i}.test/a.png")), patient, stop.Token)).ToList();

        Assert.IsType<FetchResult.Fetched>(await FetchAsync(fetcher, "http://good.test/a.png"));

        Assert.DoesNotContain(silent, task => task.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(silent));
    }

    [Fact]
    public async Task A_pause_of_a_year_is_cut_to_a_week()
    {
        await using var origin = new HostileOrigin(_ => HostileOrigin.Response("429 Slow Down\r\nRetry-After: 31536000"));
        using var fetcher = new ImageFetcher(origin.Options);

        Assert.Equal(TimeSpan.FromDays(7), Assert.IsType<FetchResult.Failed>(await FetchAsync(fetcher, "http://img.test/a.png")).RetryAfter);
    }

    private static Task<FetchResult> FetchAsync(ImageFetcher fetcher, string url) => fetcher.FetchAsync(new(new(url)), Impatient, Cancel);

    private static int FreePort()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        return port;
    }
}
