namespace Blobpress.Publishing.Tests.Images;

public class PublishWaitTests
{
    private const string Url = "http://slow.test/photo";

    private static readonly byte[] Photo = TestImages.PhotoJpeg(400, 300);

    [Fact]
    public async Task A_post_waits_for_its_images_as_long_as_set_and_then_goes_out()
    {
        var site = await ImageSite.CreateAsync();
        var answer = Hold(site, Url);
        site.Origins["http://good.test/photo"] = _ => ImageSite.Image(Photo);
        var publishing = site.PostAsync("a", Url, "http://good.test/photo");

        site.Wait(TimeSpan.FromSeconds(19));
        Assert.False(publishing.IsCompleted);
        site.Wait(TimeSpan.FromSeconds(1));

        var report = await publishing;
        Assert.Equal([("missing", $"{Url}: not here after 20 s; the page is mended when it comes"), ("ready", null)], report.Images.Select(image => (image.Outcome, image.Reason)));
        Assert.NotEmpty(site.ShownIn("a"));

        answer.SetResult();
        await site.SweepAsync();
        Assert.DoesNotContain("\"missing\"", site.Page("a"), StringComparison.Ordinal);
        Assert.Equal(2, site.Requests.Count);
        Assert.True((await site.SweepAsync()).IsClean);
    }

    [Fact]
    public async Task Posts_that_wait_for_the_same_image_leave_it_each_at_its_own_time()
    {
        var site = await ImageSite.CreateAsync();
        var answer = Hold(site, Url);
        var first = site.PostAsync("a", Url);
        site.Wait(TimeSpan.FromSeconds(15));
        var second = site.PostAsync("b", Url);
        site.Wait(TimeSpan.FromSeconds(10));
        Assert.Equal("missing", (await first).Images[0].Outcome);
        Assert.False(second.IsCompleted);

        answer.SetResult();

        Assert.Equal("ready", (await second).Images[0].Outcome);
        await site.SweepAsync();
        Assert.Equal(site.ShownIn("b"), site.ShownIn("a"));
        Assert.Single(site.Requests);
    }

    [Fact]
    public async Task A_post_that_waits_for_nothing_leaves_its_images_to_the_sweep()
    {
        var site = await ImageSite.CreateAsync();
        await site.UploadAsync("site.yml", "fetch: {publish_wait: 0s}");
        await site.PublishAsync("site.yml");
        site.Origins[Url] = _ => ImageSite.Image(Photo);

        Assert.Equal("missing", (await site.PostAsync("a", Url)).Images[0].Outcome);
        Assert.Empty(site.Requests);
        await site.SweepAsync();

        Assert.NotEmpty(site.ShownIn("a"));
    }

    [Fact]
    public async Task A_good_copy_is_shown_while_a_slow_host_is_asked_whether_it_still_is()
    {
        var site = await ImageSite.CreateAsync();
        site.Origins[Url] = _ => ImageSite.Image(Photo);
        await site.PostAsync("a", Url);
        await site.SweepAsync();
        var answer = Hold(site, Url);
        await site.AdvanceAsync(TimeSpan.FromDays(8));
        var publishing = site.PostAsync("b", Url);

        site.Wait(TimeSpan.FromSeconds(20));

        Assert.Equal("ready", (await publishing).Images[0].Outcome);
        answer.SetResult();
        await site.SweepAsync();
        Assert.Equal(site.ShownIn("a"), site.ShownIn("b"));
    }

    [Fact]
    public async Task A_host_that_answers_slowly_is_waited_for_by_the_first_post_and_then_left_to_sweeps()
    {
        var site = await ImageSite.CreateAsync();
        site.Origins[Url] = site.Origins[Url + "2"] = _ => ImageSite.Image(Photo) with { Took = TimeSpan.FromSeconds(6) };
        Assert.Equal("ready", (await site.PostAsync("a", Url)).Images[0].Outcome);

        Assert.Contains("answers slowly", (await site.PostAsync("b", Url, Url + "2")).Images[1].Reason, StringComparison.Ordinal);
        Assert.Single(site.Requests);
        await site.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.DoesNotContain("\"missing\"", site.Page("b"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sweep_hands_out_due_posts_before_it_asks_for_any_image()
    {
        var site = await ImageSite.CreateAsync();
        await site.PostAsync("a", Url);
        await site.UploadAsync("b.md", "---\ntitle: b\ndate: 2026-01-01 00:00:30\npermalink: /b/\n---\n");
        await site.PublishAsync("b.md");
        await site.SweepAsync();
        var answer = Hold(site, Url);
        site.Wait(TimeSpan.FromMinutes(1));

        var sweeping = site.Sweep.RunAsync(TestContext.Current.CancellationToken);
        await site.WorkQueueAsync();

        Assert.False(sweeping.IsCompleted);
        Assert.Contains("<title>b", site.Page("b"), StringComparison.Ordinal);
        answer.SetResult();
        Assert.Equal(2, (await sweeping).Due);
    }

    [Fact]
    public async Task A_sweep_asks_for_images_no_longer_than_its_time_and_the_rest_stays_due()
    {
        var site = await ImageSite.CreateAsync(new PublishingOptions { ImageSweepTime = TimeSpan.FromSeconds(30), ImagesAtOnce = 1 });
        await site.PostAsync("a", Url, "http://slow.test/b", "http://good.test/c");
        site.Origins[Url] = site.Origins["http://slow.test/b"] = site.Origins["http://good.test/c"] = _ => ImageSite.Image(Photo);
        var answer = Hold(site, Url);
        site.Wait(TimeSpan.FromMinutes(1));

        var sweeping = site.Sweep.RunAsync(TestContext.Current.CancellationToken);
        site.Wait(TimeSpan.FromSeconds(30));
        var report = await sweeping;

        Assert.Equal((2, 1), (report.Due, report.ImagesLeft));
        answer.SetResult();
        await site.WorkQueueAsync();
        for (var sweeps = 0; !(await site.SweepAsync()).IsClean; sweeps++)
        {
            Assert.InRange(sweeps, 0, 5);
        }

        Assert.DoesNotContain("\"missing\"", site.Page("a"), StringComparison.Ordinal);
    }

    private static TaskCompletionSource Hold(ImageSite site, string url)
    {
        var answer = new TaskCompletionSource();
        site.Origins[url] = _ => ImageSite.Image(Photo);
        site.Held[url] = answer.Task;
        return answer;
    }
}
