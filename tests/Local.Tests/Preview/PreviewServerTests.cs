using System.Net;
using System.Net.Http.Headers;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Blobpress.Local.Preview;
using Blobpress.Local.Tests.Azurite;
using Microsoft.AspNetCore.Http;

namespace Blobpress.Local.Tests.Preview;

public sealed class PreviewServerTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private BlobContainerClient _site = null!;

    private PreviewServer _server = null!;

    private HttpClient _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await azurite.NewContainerAsync();
        await WriteAsync("index.html", "Home");
        await WriteAsync("about/index.html", "About");
        await WriteAsync("categories/新媒体/index.html", "New media");
        await WriteAsync("404.html", "Not here");
        await WriteAsync("a+b c%2F.txt", "Odd", "text/plain");
        _server = await PreviewServer.StartAsync(_site, port: 0, status: context => context.Response.WriteAsync("Status"), Cancel);
        _browser = new HttpClient { BaseAddress = _server.Url };
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("/", 200, "Home")]
    [InlineData("/index.html", 200, "Home")]
    [InlineData("/?utm_source=feed", 200, "Home")]
    [InlineData("/about/", 200, "About")]
    [InlineData("/about", 200, "About")]
    [InlineData("/About/", 404, "Not here")]
    [InlineData("/about/index.html/", 404, "Not here")]
    [InlineData("/categories/%E6%96%B0%E5%AA%92%E4%BD%93/", 200, "New media")]
    [InlineData("/categories/新媒体", 200, "New media")]
    [InlineData("/a+b%20c%252F.txt", 200, "Odd")]
    [InlineData("/a+b%20c%2F.txt", 404, "Not here")]
    [InlineData("/nothing", 404, "Not here")]
    [InlineData("/%FF", 404, "Not here")]
    [InlineData("/_status", 200, "Status")]
    public async Task Finds_files_as_the_static_website_endpoint_does(string path, int status, string text)
    {
        var response = await _browser.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(text, await response.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task Passes_on_the_headers_of_the_blob()
    {
        var blob = (await _site.GetBlobClient("index.html").GetPropertiesAsync(cancellationToken: Cancel)).Value;
        var response = await _browser.GetAsync(_server.Url, Cancel);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("public, max-age=60", response.Headers.CacheControl?.ToString());
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(blob.ETag.ToString("H"), response.Headers.ETag?.ToString());
        Assert.Equal(blob.LastModified, response.Content.Headers.LastModified);
    }

    [Fact]
    public async Task Answers_304_to_a_reader_who_has_the_page()
    {
        var etag = (await _browser.GetAsync(_server.Url, Cancel)).Headers.ETag!;
        using var request = new HttpRequestMessage(HttpMethod.Get, _server.Url);
        request.Headers.IfNoneMatch.Add(etag);
        Assert.Equal(HttpStatusCode.NotModified, (await _browser.SendAsync(request, Cancel)).StatusCode);
    }

    [Fact]
    public async Task Answers_a_range()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _server.Url);
        request.Headers.Range = new RangeHeaderValue(1, 2);
        var response = await _browser.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal("om", await response.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("bytes 1-2/4", response.Content.Headers.ContentRange?.ToString());
    }

    [Theory]
    [InlineData("/", 200, 4)]
    [InlineData("/nothing", 404, 8)]
    public async Task Answers_HEAD_with_the_length_and_no_body(string path, int status, int length)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(path, UriKind.Relative));
        var response = await _browser.SendAsync(request, Cancel);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(length, response.Content.Headers.ContentLength);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Fact]
    public async Task Serves_large_files_and_their_ends()
    {
        var film = new byte[9_000_000];
        film[^1] = 7;
        await _site.GetBlobClient("film.mp4").UploadAsync(new BinaryData(film), Cancel);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/film.mp4", UriKind.Relative));
        request.Headers.Range = new RangeHeaderValue(null, 1);
        Assert.Equal([7], await (await _browser.SendAsync(request, Cancel)).Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal(film.Length, (await _browser.GetByteArrayAsync(new Uri("/film.mp4", UriKind.Relative), Cancel)).Length);
    }

    [Fact]
    public async Task Refuses_to_be_written_to()
    {
        using var nothing = new StringContent("");
        var response = await _browser.PutAsync(_server.Url, nothing, Cancel);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task Says_which_option_helps_when_the_port_is_taken()
    {
        var fault = await Assert.ThrowsAsync<LocalException>(() => PreviewServer.StartAsync(_site, _server.Url.Port, cancel: Cancel));
        Assert.Equal($"Port {_server.Url.Port} is taken by another program. Choose another with --port, or --port 0 for any free one.", fault.Message);
    }

    private async Task WriteAsync(string name, string text, string type = "text/html; charset=utf-8")
    {
        var headers = new BlobHttpHeaders { ContentType = type, CacheControl = "public, max-age=60" };
        await _site.GetBlobClient(name).UploadAsync(new BinaryData(text), new BlobUploadOptions { HttpHeaders = headers }, Cancel);
    }
}
