using Blobpress.Publishing.Images;
using Blobpress.Publishing.Tests.Azurite;
using Blobpress.Publishing.Tests.Images;

namespace Blobpress.Publishing.Tests.Sites;

public sealed class ImageTests(AzuriteFixture azurite) : SiteTests(azurite)
{
    private const string Svg = """<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>""";

    private const string Remote = """
        -- tides.md --
        ---
        title: Tides
        date: 2024-03-01
        ---
        ![The gauge](http://images.example/gauge.svg)
        """;

    [Fact]
    public async Task An_image_beside_the_post_is_shown_wherever_it_comes_first_or_last()
    {
        var site = await NewSiteAsync();
        await site.UploadAsync("""
            -- walks/tides.md --
            ---
            title: Tides
            date: 2024-03-01
            permalink: /2024/tides/
            ---
            ![The gauge](gauge.svg)
            """);
        Assert.DoesNotContain("<img", await PageAsync(site), StringComparison.Ordinal);

        var report = await site.UploadAsync($"-- walks/gauge.svg --\n{Svg}");
        Assert.Equal("/walks/gauge.svg", report.Url);
        Assert.Contains("width=\"40\" height=\"30\" alt=\"The gauge\"", await PageAsync(site), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_image_is_asked_for_once_whatever_becomes_of_its_posts()
    {
        await using var origin = new HostileOrigin(_ => HostileOrigin.Response("200 OK\r\nContent-Type: image/svg+xml", System.Text.Encoding.UTF8.GetBytes(Svg)));
        using var fetcher = new ImageFetcher(origin.Options);
        var site = await NewSiteAsync(fetcher);
        await site.UploadAsync(Remote);
        await site.UploadAsync(Remote.Replace("tides.md", "ropes.md", StringComparison.Ordinal));
        await site.UploadAsync(Remote + "\nMore.");

        Assert.Contains("<img", await PageAsync(site), StringComparison.Ordinal);
        Assert.Single(origin.Requests);
    }

    [Fact]
    public async Task An_image_that_many_posts_name_at_the_same_moment_is_asked_for_once_by_all_instances()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var origin = new HostileOrigin(async (_, stream, cancel) =>
        {
            asked.TrySetResult();
            await release.Task;
            await stream.WriteAsync(HostileOrigin.Response("200 OK", TestImages.PhotoJpeg(400, 300)), cancel);
        });
        using ImageFetcher first = new(origin.Options), second = new(origin.Options), third = new(origin.Options);
        var site = await NewSiteAsync(first);
        TestSite[] instances = [site, site.Beside(second), site.Beside(third)];
        var names = Enumerable.Range(0, 150).Select(number => $"post{number}.md").ToList();
        await Task.WhenAll(names.Select(name => site.PutAsync(name, Naming(name, "http://images.example/gauge"))));

        var publishing = Task.WhenAll(names.Select((name, number) => instances[number % instances.Length].PublishAsync(name)));
        // All have begun by now, and the copy is not there yet.
        await asked.Task;
        release.SetResult();
        var reports = await publishing;

        Assert.Single(origin.Requests);
        Assert.All(reports, report => Assert.Equal("ready", Assert.Single(report.Images).Outcome));
    }

    [Fact]
    public async Task A_page_waits_for_no_image_and_is_mended_when_it_comes()
    {
        var answer = HostileOrigin.Response("404 Not Found");
        await using var origin = new HostileOrigin(_ => answer);
        using var fetcher = new ImageFetcher(origin.Options);
        var site = await NewSiteAsync(fetcher);
        var image = Assert.Single((await site.UploadAsync(Remote)).Images);
        Assert.Equal("missing", image.Outcome);
        Assert.NotNull(image.Reason);
        Assert.DoesNotContain("<img", await PageAsync(site), StringComparison.Ordinal);

        answer = HostileOrigin.Response("200 OK\r\nContent-Type: image/svg+xml", System.Text.Encoding.UTF8.GetBytes(Svg));
        site.Clock.Advance(TimeSpan.FromDays(30));
        await site.SweepAsync();
        Assert.Contains("<img", await PageAsync(site), StringComparison.Ordinal);
    }

    private static string Naming(string post, string image) => $"""
        ---
        title: {post}
        date: 2024-03-01
        ---
        ![The gauge]({image})
        """;

    private static async Task<string> PageAsync(TestSite site) =>
        (await Snapshot.OfAsync(site.Account.Web, TestSite.Cancel))["2024/tides/index.html"].Text;
}
