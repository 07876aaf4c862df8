using Blobpress.Publishing.Images;
using Blobpress.Publishing.Posts;

namespace Blobpress.Publishing.Tests.Images;

public class ImagePublisherTests
{
    private const string Url = "http://img.test/photo";

    private static readonly byte[] Photo = TestImages.PhotoJpeg(400, 300);

    [Fact]
    public async Task An_image_that_hundreds_of_posts_name_at_the_same_moment_is_asked_for_once()
    {
        var release = new TaskCompletionSource();
        await using var origin = new HostileOrigin(async (_, stream, cancel) =>
        {
            await release.Task;
            await stream.WriteAsync(HostileOrigin.Response("200 OK", Photo), cancel);
        });
        using var fetcher = new ImageFetcher(origin.Options);
        var site = await ImageSite.CreateAsync(fetcher);
        var names = Enumerable.Range(0, 200).Select(i => $"post{i}.md").ToList();
        // Half of them want the crop for social cards too.
        await Task.WhenAll(names.Select((name, i) => site.UploadAsync(name, i % 2 == 0 ? ImageSite.Post(name[..^3], Url) : ImageSite.Post(name[..^3], "C:\\x.png", Url))));
        // Two hundred posts that are begun one after another may take their time on a busy machine.
        await site.UploadAsync("site.yml", "fetch: {publish_wait: 5m, first_byte_timeout: 2m, total_timeout: 5m}");
        await site.PublishAsync("site.yml");
        Publishers[] instances = [site.Instance(fetcher), site.Instance(fetcher), site.Instance(fetcher)];

        var publishing = Task.WhenAll(names.Select((name, i) => instances[i % 3].Sources.PublishAsync(name, TestContext.Current.CancellationToken)));
        release.SetResult();
        var reports = await publishing;

        Assert.Single(origin.Requests);
        Assert.All(reports, report => Assert.Equal(PublishOutcome.Published, report.Outcome));
        Assert.All(reports, report => Assert.Equal(("ready", null), (report.Images.Single(image => image.Url == Url).Outcome, report.Images.Single(image => image.Url == Url).Reason)));
        Assert.Single(site.Originals);
    }

    [Fact]
    public async Task A_dead_image_holds_neither_the_post_nor_another_image_back()
    {
        var site = await ImageSite.CreateAsync();
        site.Origins["http://img.test/alive"] = _ => ImageSite.Image(Photo);

        var report = await site.PostAsync("a", "http://img.test/dead", "http://img.test/alive");

        Assert.Equal(PublishOutcome.Published, report.Outcome);
        Assert.Equal(
            [("missing", "http://img.test/dead: answered 404 Not Found"), ("ready", null)],
            report.Images.Select(image => (image.Outcome, image.Reason)));
        Assert.Contains("aria-label=\"alt of a\" style=\"aspect-ratio:16/9\"", site.Page("a"), StringComparison.Ordinal);
        Assert.NotEmpty(site.ShownIn("a"));
    }

    [Fact]
    public async Task A_placeholder_has_the_size_that_the_post_declares()
    {
        var site = await ImageSite.CreateAsync();
        await site.UploadAsync("a.md", ImageSite.Post("a") + $"<img src={Url} width=640 height=365>");

        await site.PublishAsync("a.md");

        Assert.Contains("style=\"aspect-ratio:640/365;max-width:640px\"", site.Page("a"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dead_image_is_asked_for_again_with_growing_pauses()
    {
        var site = await ImageSite.CreateAsync();
        await site.PostAsync("a", Url);
        TimeSpan[] pauses = [Minutes(1), Minutes(10), Minutes(60), Minutes(360), Minutes(1440), TimeSpan.FromDays(7), TimeSpan.FromDays(7)];

        foreach (var (pause, asked) in pauses.Select((pause, i) => (pause, i + 1)))
        {
            await site.AdvanceAsync(pause - TimeSpan.FromSeconds(2));
            Assert.Equal(asked, site.Requests.Count);
            await site.AdvanceAsync(TimeSpan.FromSeconds(2));
            Assert.Equal(asked + 1, site.Requests.Count);
        }
    }

    [Fact]
    public async Task An_origin_that_asks_for_a_longer_pause_gets_it()
    {
        var site = await ImageSite.CreateAsync();
        site.Origins[Url] = _ => new FetchResult.Failed("429", TimeSpan.FromHours(2));
        await site.PostAsync("a", Url);

        await site.AdvanceAsync(Minutes(119));
        Assert.Single(site.Requests);
        await site.AdvanceAsync(Minutes(1));
        Assert.Equal(2, site.Requests.Count);
    }

    [Fact]
    public async Task Every_page_is_mended_when_the_image_comes()
    {
        var site = await ImageSite.CreateAsync();
        await site.PostAsync("a", Url);
        await site.PostAsync("b", Url);
        Assert.Empty(site.ShownIn("a"));
        site.Origins[Url] = _ => ImageSite.Image(Photo);

        await site.AdvanceAsync(Minutes(1));

        Assert.NotEmpty(site.ShownIn("a"));
        Assert.Equal(site.ShownIn("a"), site.ShownIn("b"));
        Assert.Equal(2, site.Requests.Count);
    }

    [Fact]
    public async Task A_page_is_mended_also_where_another_post_fetched_the_image_meanwhile()
    {
        var site = await ImageSite.CreateAsync();
        await site.PostAsync("a", Url);
        site.Origins[Url] = _ => ImageSite.Image(Photo);
        site.Wait(Minutes(1));
        await site.PostAsync("b", Url);
        Assert.NotEmpty(site.ShownIn("b"));
        Assert.Empty(site.ShownIn("a"));

        await site.SweepAsync();

        Assert.Equal(site.ShownIn("b"), site.ShownIn("a"));
        Assert.Equal(2, site.Requests.Count);
    }

    [Fact]
    public async Task Nothing_is_asked_once_the_post_drops_the_image()
    {
        var site = await ImageSite.CreateAsync();
        await site.PostAsync("a", Url);
        await site.PostAsync("a");
        await site.SweepAsync();

        await site.AdvanceAsync(TimeSpan.FromDays(30));

        Assert.Single(site.Requests);
    }

    [Fact]
    public async Task The_last_good_copy_stays_when_the_image_dies()
    {
        var site = await ImageSite.CreateAsync();
        site.Origins[Url] = _ => ImageSite.Image(Photo);
        await site.PostAsync("a", Url);
        var shown = site.ShownIn("a");
        site.Origins[Url] = _ => ImageSite.Image("<html>gone</html>"u8.ToArray());
        await site.AdvanceAsync(TimeSpan.FromDays(8));

        var report = await site.PostAsync("a", Url, "http://img.test/new");

        Assert.Equal(("last-good", $"{Url}: not an image: an HTML page"), (report.Images[0].Outcome, report.Images[0].Reason));
        Assert.Equal(shown, site.ShownIn("a"));
    }

    [Fact]
    public async Task A_copy_is_revalidated_after_its_time_and_not_before()
    {
        var site = await ImageSite.CreateAsync();
        site.Origins[Url] = request => request.ETag == "\"v1\"" ? new FetchResult.NotModified() : ImageSite.Image(Photo, "\"v1\"");
        await site.PostAsync("a", Url);
        await site.PostAsync("b", Url);
        Assert.Single(site.Requests);

        await site.AdvanceAsync(TimeSpan.FromDays(8));
        await site.PostAsync("c", Url);

        Assert.Equal([null, "\"v1\""], site.Requests.Select(request => request.ETag));
        Assert.Equal(site.ShownIn("a"), site.ShownIn("c"));
    }

    [Fact]
    public async Task Other_settings_make_other_files_without_asking_the_origin()
    {
        var site = await ImageSite.CreateAsync();
        site.Origins[Url] = _ => ImageSite.Image(Photo);
        await site.PostAsync("a", Url);
        await site.UploadAsync("site.yml", "images:\n  widths: [100]\n");
        await site.PublishAsync("site.yml");

        await site.SweepAsync();

        Assert.Single(site.Requests);
        Assert.All(site.ShownIn("a"), path => Assert.Contains("-100.", path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_image_is_asked_for_at_once_under_other_rules()
    {
        var site = await ImageSite.CreateAsync();
        await site.PostAsync("a", "http://img.test:8080/x");
        site.Origins["http://img.test:8080/x"] = _ => ImageSite.Image(Photo);
        await site.UploadAsync("site.yml", "fetch:\n  allowed_ports: [img.test:8080]\n");
        await site.PublishAsync("site.yml");

        await site.SweepAsync();

        Assert.NotEmpty(site.ShownIn("a"));
    }

    [Fact]
    public async Task A_very_long_address_is_like_any_other()
    {
        var site = await ImageSite.CreateAsync();
        var url = $"http://img.test/{new string('x', 3000)}";
        await site.PostAsync("a", url);
        site.Origins[url] = _ => ImageSite.Image(Photo);

        await site.AdvanceAsync(Minutes(1));

        Assert.NotEmpty(site.ShownIn("a"));
    }

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}
