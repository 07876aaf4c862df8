using System.Net;
using Blobpress.Publishing.Images;
using Blobpress.Site.Settings;

namespace Blobpress.Publishing.Tests.Images;

public class RefusedUrlTests
{
    [Theory]
    [InlineData("http://127.0.0.1/a.png", "loopback")]
    [InlineData("http://2130706433/a.png", "loopback")]
    [InlineData("http://0x7f000001/a.png", "loopback")]
    [InlineData("http://0x7f.1/a.png", "loopback")]
    [InlineData("http://0177.0.0.1/a.png", "loopback")]
    [InlineData("http://017700000001/a.png", "loopback")]
    [InlineData("http://127.1/a.png", "loopback")]
    [InlineData("http://127.0.0.1./a.png", "")]
    [InlineData("http://0x7f.1./a.png", "")]
    [InlineData("http://1.2.3.4.5/a.png", "notation")]
    [InlineData("http://１２７.０.０.１/a.png", "")]
    [InlineData("http://[::1]/a.png", "loopback")]
    [InlineData("http://[::]/a.png", "IPv4 inside IPv6")]
    [InlineData("http://[::ffff:127.0.0.1]/a.png", "IPv4 inside IPv6")]
    [InlineData("http://[::ffff:7f00:1]/a.png", "IPv4 inside IPv6")]
    [InlineData("http://[::127.0.0.1]/a.png", "IPv4 inside IPv6")]
    [InlineData("http://[64:ff9b::169.254.169.254]/a.png", "IPv4 inside IPv6")]
    [InlineData("http://[2002:7f00:1::]/a.png", "IPv4 inside IPv6")]
    [InlineData("http://[2001:0:4136:e378::1]/a.png", "protocol assignments")]
    [InlineData("http://[fe80::1%25eth0]/a.png", "link-local")]
    [InlineData("http://169.254.169.254/latest/meta-data", "link-local")]
    [InlineData("http://168.63.129.16/machine", "Azure")]
    [InlineData("http://origin.test:8080/a.png", "port 8080")]
    [InlineData("http://origin.test:22/a.png", "port 22")]
    [InlineData("http://me:secret@origin.test/a.png", "user name")]
    [InlineData("ftp://origin.test/a.png", "scheme ftp")]
    [InlineData("file:///etc/passwd", "scheme file")]
    [InlineData("gopher://origin.test/", "scheme gopher")]
    public async Task Is_refused_before_anything_is_asked(string url, string rule)
    {
        await using var origin = new HostileOrigin(_ => HostileOrigin.Response("200 OK", TestImages.Pixel));
        using var fetcher = new ImageFetcher(origin.Options);

        var refused = Assert.IsType<FetchResult.Refused>(await Fetch(fetcher, url));

        Assert.Contains(rule, refused.Reason, StringComparison.Ordinal);
        Assert.StartsWith(new Uri(url).ToString(), refused.Reason, StringComparison.Ordinal);
        Assert.Empty(origin.Requests);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("::1")]
    [InlineData("::ffff:10.0.0.1")]
    public async Task A_name_that_leads_inside_is_refused_when_connecting(string address)
    {
        using var fetcher = new ImageFetcher(new() { Resolve = (_, _) => Task.FromResult(new[] { IPAddress.Parse(address) }) });

        var refused = Assert.IsType<FetchResult.Refused>(await Fetch(fetcher, "http://rebind.test/a.png"));

        Assert.StartsWith($"http://rebind.test/a.png: rebind.test leads to {address}", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changing_DNS_answer_is_asked_for_once_and_so_cannot_change_between_check_and_connect()
    {
        var answers = new Queue<string>(["10.0.0.1", "93.184.215.14"]);
        using var fetcher = new ImageFetcher(new() { Resolve = (_, _) => Task.FromResult(new[] { IPAddress.Parse(answers.Dequeue()) }) });

        Assert.IsType<FetchResult.Refused>(await Fetch(fetcher, "http://rebind.test/a.png"));

        Assert.Single(answers);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data", "link-local")]
    [InlineData("http://[::ffff:127.0.0.1]/", "IPv4 inside IPv6")]
    [InlineData("http://0x7f.1/", "loopback")]
    [InlineData("file:///etc/passwd", "scheme file")]
    [InlineData("http://origin.test:6379/", "port 6379")]
    [InlineData("//user@origin.test/", "user name")]
    public async Task A_redirect_obeys_the_same_rules(string location, string rule)
    {
        await using var origin = new HostileOrigin(_ => HostileOrigin.Response($"302 Found\r\nLocation: {location}"));
        using var fetcher = new ImageFetcher(origin.Options);

        var refused = Assert.IsType<FetchResult.Refused>(await Fetch(fetcher, "http://origin.test/a.png"));

        Assert.Contains(rule, refused.Reason, StringComparison.Ordinal);
        Assert.Single(origin.Requests);
    }

    [Fact]
    public async Task A_redirect_to_a_name_that_leads_inside_is_refused_when_connecting()
    {
        await using var origin = new HostileOrigin(_ => HostileOrigin.Response("302 Found\r\nLocation: http://inside.test/"));
        using var fetcher = new ImageFetcher(origin.Options with
        {
            ConnectTo = [origin.Options.ConnectTo[0] with { Host = "origin.test" }],
            Resolve = (_, _) => Task.FromResult(new[] { IPAddress.Loopback }),
        });

        var refused = Assert.IsType<FetchResult.Refused>(await Fetch(fetcher, "http://origin.test/a.png"));

        Assert.Contains("inside.test leads to 127.0.0.1", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_site_yml_allows_is_asked()
    {
        await using var origin = new HostileOrigin(_ => HostileOrigin.Response("200 OK", TestImages.Pixel));
        using var fetcher = new ImageFetcher(new() { ConnectTo = [origin.Options.ConnectTo[0] with { Port = 8080 }] });

        var result = await fetcher.FetchAsync(
            new(new("http://origin.test:8080/a.png")), new() { AllowedPorts = ["origin.test:8080"] }, TestContext.Current.CancellationToken);

        Assert.IsType<FetchResult.Fetched>(result);
    }

    private static Task<FetchResult> Fetch(ImageFetcher fetcher, string url) =>
        fetcher.FetchAsync(new(new(url)), new FetchSettings(), TestContext.Current.CancellationToken);
}
