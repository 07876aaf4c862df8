using Blobpress.Publishing.Images;
using Blobpress.Publishing.Posts;

namespace Blobpress.Publishing.Tests.Images;

public class HostCircuitTests
{
    private static readonly byte[] Photo = TestImages.PhotoJpeg(400, 300);

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task The_first_post_learns_that_a_host_is_dead_and_all_others_know()
    {
        var site = await ImageSite.CreateAsync();
        Die(site);

        for (var post = 0; post < 20; post++)
        {
            var report = await site.PostAsync($"post{post}", Urls(10));
            Assert.Equal(PublishOutcome.Published, report.Outcome);
            Assert.All(report.Images, image => Assert.Contains("no answer", image.Reason, StringComparison.Ordinal));
        }

        await site.UploadAsync("other.md", ImageSite.Post("other", Urls(10)));
        await site.Instance(new PublishingOptions()).Sources.PublishAsync("other.md", TestContext.Current.CancellationToken);
        Assert.Single(site.Requests);
    }

    [Fact]
    public async Task A_dead_host_is_tried_with_one_image_at_the_end_of_each_pause()
    {
        var site = await ImageSite.CreateAsync();
        Die(site);
        await site.PostAsync("a", Urls(50));

        foreach (var (minutes, asked) in new[] { 1, 2, 4, 8, 16, 32, 60, 60 }.Select((minutes, i) => (minutes, i + 1)))
        {
            await site.AdvanceAsync(Minute * minutes - TimeSpan.FromSeconds(2));
            Assert.Equal(asked, site.Requests.Count);
            Assert.True((await site.AdvanceAsync(TimeSpan.FromSeconds(2))).Due <= 1);
            Assert.Equal(asked + 1, site.Requests.Count);
        }

        Assert.True((await site.SweepAsync()).IsClean);
    }

    [Fact]
    public async Task All_pages_are_mended_when_a_host_answers_again()
    {
        var site = await ImageSite.CreateAsync();
        Die(site);
        foreach (var post in Enumerable.Range(0, 10))
        {
            await site.PostAsync($"post{post}", Urls(post + 1));
        }

        Live(site, 10);
        await site.AdvanceAsync(Minute);

        Assert.All(Enumerable.Range(0, 10), post => Assert.DoesNotContain("\"missing\"", site.Page($"post{post}"), StringComparison.Ordinal));
        Assert.Equal(1 + 10, site.Requests.Count);
        await SettleAsync(site);
    }

    [Fact]
    public async Task More_images_than_one_sweep_takes_follow_with_the_next_ones()
    {
        var site = await ImageSite.CreateAsync(new PublishingOptions { ChangesAtOnce = 7 });
        Die(site);
        await site.PostAsync("a", Urls(30));
        Live(site, 30);

        site.Wait(Minute);
        var sweeping = await site.Sweep.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal((1, 1 + 7), (sweeping.Due, site.Requests.Count));
        await SettleAsync(site);

        Assert.DoesNotContain("\"missing\"", site.Page("a"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_image_that_thousands_of_posts_show_is_mended_in_steps()
    {
        var site = await ImageSite.CreateAsync(new PublishingOptions { SweepAtOnce = 10 });
        foreach (var post in Enumerable.Range(0, 35))
        {
            await site.PostAsync($"post{post}", "http://img.test/gone");
        }

        // The first sweep puts a new site's defaults in force, and posts published before are compared with them.
        await site.SweepAsync();
        site.Origins["http://img.test/gone"] = _ => ImageSite.Image(Photo);
        site.Wait(Minute);
        var sweeps = 0;
        while (!(await site.SweepAsync()).IsClean)
        {
            Assert.InRange(Enumerable.Range(0, 35).Count(post => site.ShownIn($"post{post}").Count > 0), 1, 10 * ++sweeps);
        }

        Assert.All(Enumerable.Range(0, 35), post => Assert.NotEmpty(site.ShownIn($"post{post}")));
    }

    [Fact]
    public async Task A_good_copy_stays_as_good_as_it_was_while_its_host_is_dead()
    {
        var site = await ImageSite.CreateAsync();
        Live(site, 2);
        await site.PostAsync("a", Urls(1));
        Die(site);
        await site.PostAsync("b", "http://img.test/1");
        await site.AdvanceAsync(TimeSpan.FromDays(8));

        var report = await site.PostAsync("a", [.. Urls(1), "http://img.test/1"]);

        Assert.Equal(["ready", "missing"], report.Images.Select(image => image.Outcome));
    }

    [Fact]
    public async Task Other_settings_are_followed_without_the_host()
    {
        var site = await ImageSite.CreateAsync();
        Live(site, 1);
        await site.PostAsync("a", Urls(1));
        await site.SweepAsync();
        Die(site);
        await site.AdvanceAsync(TimeSpan.FromDays(8));
        await site.PostAsync("b", "http://img.test/other");
        var asked = site.Requests.Count;
        await site.UploadAsync("site.yml", "images:\n  widths: [100]\n");
        await site.PublishAsync("site.yml");

        await site.SweepAsync();

        Assert.Equal(asked, site.Requests.Count);
        Assert.All(site.ShownIn("a"), path => Assert.Contains("-100.", path, StringComparison.Ordinal));
        Assert.NotEmpty(site.ShownIn("a"));
    }

    [Fact]
    public async Task A_host_that_only_redirects_to_a_dead_one_goes_on_being_asked()
    {
        var site = await ImageSite.CreateAsync();
        Live(site, 3);
        site.Origins["http://img.test/moved"] = request => Dead(request, "dead.test:80");

        var report = await site.PostAsync("a", ["http://img.test/moved", .. Urls(3), "http://dead.test/x"]);

        Assert.Equal(["missing", "ready", "ready", "ready", "missing"], report.Images.Select(image => image.Outcome));
        Assert.DoesNotContain(site.Requests, request => request.Url.Host == "dead.test");
    }

    [Fact]
    public async Task A_host_of_which_nobody_wants_anything_any_more_is_forgotten()
    {
        var site = await ImageSite.CreateAsync();
        Die(site);
        await site.PostAsync("a", Urls(5));
        await site.PostAsync("a");
        await site.SweepAsync();

        await site.AdvanceAsync(Minute);
        await site.AdvanceAsync(TimeSpan.FromDays(30));

        Assert.Single(site.Requests);
        Assert.True((await site.SweepAsync()).IsClean);
    }

    private static async Task SettleAsync(ImageSite site)
    {
        for (var sweeps = 0; !(await site.SweepAsync()).IsClean; sweeps++)
        {
            Assert.InRange(sweeps, 0, 8);
        }
    }

    private static string[] Urls(int count) => [.. Enumerable.Range(0, count).Select(i => $"http://img.test/{i}")];

    private static void Die(ImageSite site)
    {
        foreach (var url in Urls(60).Append("http://img.test/other"))
        {
            site.Origins[url] = request => Dead(request, "img.test:80");
        }
    }

    private static void Live(ImageSite site, int count)
    {
        foreach (var url in Urls(count))
        {
            site.Origins[url] = _ => ImageSite.Image(Photo);
        }
    }

    private static FetchResult.Failed Dead(ImageRequest request, string host) =>
        new($"{request.Url}: no answer within 10 s") { FailedHost = host, Cause = "no answer within 10 s" };
}
