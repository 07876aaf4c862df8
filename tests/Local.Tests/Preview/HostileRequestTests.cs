using System.Net.Sockets;
using System.Text;
using Azure.Storage.Blobs;
using Blobpress.Local.Preview;
using Blobpress.Local.Tests.Azurite;
using Microsoft.AspNetCore.Http;

namespace Blobpress.Local.Tests.Preview;

public sealed class HostileRequestTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private BlobContainerClient _drafts = null!;

    private PreviewServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _drafts = await azurite.NewContainerAsync();
        await WriteAsync(_drafts, "x.md", "A draft");
        var site = await azurite.NewContainerAsync();
        await WriteAsync(site, "index.html", "Home");
        await WriteAsync(site, "a/index.html", "A page");
        await WriteAsync(site, "404.html", "Not here");
        _server = await PreviewServer.StartAsync(site, port: 0, status: context => context.Response.WriteAsync("Status"), Cancel);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("/..%2f{0}%2fx.md")]
    [InlineData("/..%2F{0}/x.md")]
    [InlineData("/../{0}/x.md")]
    [InlineData("/a/../../{0}/x.md")]
    [InlineData("/%2e%2e/{0}/x.md")]
    [InlineData("/%2e%2e%2f{0}%2fx.md")]
    [InlineData("/a%2f..%2f..%2f{0}%2fx.md")]
    [InlineData("/..%5c{0}%5cx.md")]
    [InlineData("/..\\{0}\\x.md")]
    [InlineData("/%5c..%5c{0}%5cx.md")]
    [InlineData("/%252e%252e%252f{0}%252fx.md")]
    [InlineData("/..%252f{0}%252fx.md")]
    [InlineData("/..%c0%af{0}%c0%afx.md")]
    [InlineData("/.%00./{0}/x.md")]
    [InlineData("/a/%00/../../{0}/x.md")]
    [InlineData("//../{0}/x.md")]
    [InlineData("/./../{0}/x.md")]
    public async Task Nothing_but_the_site_is_to_be_had(string target)
    {
        var (status, body) = await AskAsync($"GET {string.Format(null, target, _drafts.Name)} HTTP/1.1", "127.0.0.1");
        Assert.Contains(status, new[] { 400, 404 });
        Assert.DoesNotContain("A draft", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//a/")]
    [InlineData("/a/.")]
    [InlineData("/a/../")]
    [InlineData("/b/../a/")]
    [InlineData("/%2fa/")]
    [InlineData("/a%5c")]
    [InlineData("/a/index.html.")]
    public async Task Names_are_not_made_to_fit(string target) => Assert.Equal((404, "Not here"), await AskAsync($"GET {target} HTTP/1.1", "127.0.0.1"));

    [Theory]
    [InlineData("localhost", 200)]
    [InlineData("LOCALHOST:8080", 200)]
    [InlineData("127.0.0.1:1", 200)]
    [InlineData("127.1.2.3", 200)]
    [InlineData("[::1]:8080", 200)]
    [InlineData("[::1]", 200)]
    [InlineData("evil.example", 421)]
    [InlineData("evil.example:8080", 421)]
    [InlineData("localhost.evil.example", 421)]
    [InlineData("127.0.0.1.evil.example", 421)]
    [InlineData("192.168.0.1", 421)]
    [InlineData("0.0.0.0", 421)]
    [InlineData("[::2]", 421)]
    [InlineData("", 421)]
    public async Task Only_a_loopback_host_is_answered(string host, int status)
    {
        Assert.Equal(status, (await AskAsync("GET / HTTP/1.1", host)).Status);
        Assert.Equal(status, (await AskAsync("GET /_status HTTP/1.1", host)).Status);
        Assert.Equal(status == 200 ? 404 : 421, (await AskAsync("GET /nothing HTTP/1.1", host)).Status);
    }

    [Theory]
    [InlineData("GET http://evil.example/ HTTP/1.1")]
    [InlineData("GET http://127.0.0.1/../{0}/x.md HTTP/1.1")]
    [InlineData("GET http://127.0.0.1/ HTTP/1.1")]
    [InlineData("GET x.md HTTP/1.1")]
    [InlineData("CONNECT evil.example:80 HTTP/1.1")]
    [InlineData("OPTIONS * HTTP/1.1")]
    public async Task A_target_that_is_no_path_is_refused(string line)
    {
        var (status, body) = await AskAsync(string.Format(null, line, _drafts.Name), "127.0.0.1");
        Assert.Contains(status, new[] { 400, 405, 421 });
        Assert.DoesNotContain("A draft", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_of_old_that_names_no_host_is_refused() => Assert.Equal(421, (await AskAsync("GET / HTTP/1.0", host: null)).Status);

    private async Task<(int Status, string Body)> AskAsync(string line, string? host)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", _server.Url.Port, Cancel);
        await using var stream = client.GetStream();
        var request = host is null ? $"{line}\r\n\r\n" : $"{line}\r\nHost: {host}\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), Cancel);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = await reader.ReadToEndAsync(Cancel);
        var parts = answer.Split("\r\n\r\n", 2);
        var body = parts.Length == 2 ? parts[1] : "";
        if (parts[0].Contains("chunked", StringComparison.OrdinalIgnoreCase))
        {
            body = string.Concat(body.Split("\r\n").Where((_, at) => at % 2 == 1));
        }

        return (int.Parse(answer.Split(' ')[1], null), body);
    }

    private static async Task WriteAsync(BlobContainerClient container, string name, string text) =>
        await container.GetBlobClient(name).UploadAsync(new BinaryData(text), Cancel);
}
