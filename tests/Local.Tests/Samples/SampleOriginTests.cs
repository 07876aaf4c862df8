using System.Net;
using Blobpress.Local.Samples;

namespace Blobpress.Local.Tests.Samples;

public sealed class SampleOriginTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("static.example-news.test", null, 200)]
    [InlineData("static.example-news.test", "http://static.example-news.test/", 200)]
    [InlineData("static.example-news.test", "https://blog.example/post/", 403)]
    [InlineData("gallery.example-coast.test", null, 403)]
    [InlineData("gallery.example-coast.test", "http://gallery.example-coast.test/", 200)]
    [InlineData("gallery.example-coast.test", "https://blog.example/post/", 403)]
    public async Task Protects_its_images_against_hotlinks(string host, string? referer, int status)
    {
        using var folder = new TemporaryFolder();
        folder.Write($"{host}/img/a.jpg", "JPEG");
        await using var origin = await SampleOrigin.StartAsync(folder.Path, Cancel);
        Assert.Equal(status, (int)(await GetAsync(origin, host, "/img/a.jpg", referer)).StatusCode);
    }

    [Fact]
    public async Task Has_nothing_but_its_own_files()
    {
        using var folder = new TemporaryFolder();
        folder.Write("static.example-news.test/a.jpg", "JPEG");
        folder.Write("secret.txt", "Secret");
        await using var origin = await SampleOrigin.StartAsync(folder.Path, Cancel);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(origin, "static.example-news.test", "/..%2Fsecret.txt", referer: null)).StatusCode);
    }

    private static async Task<HttpResponseMessage> GetAsync(SampleOrigin origin, string host, string path, string? referer)
    {
        var to = origin.ConnectTo.Single(connectTo => connectTo.Host == host);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{to.Target}{path}");
        request.Headers.Host = host;
        if (referer is not null)
        {
            request.Headers.Add("Referer", referer);
        }

        return await client.SendAsync(request, Cancel);
    }
}
