using Blobpress.Publishing.Images;

namespace Blobpress.Publishing.Tests.Images;

public class ImageRemovalTests
{
    private const string Url = "http://img.test/photo";

    private static readonly TimeSpan Grace = new PublishingOptions().ImageGrace;
    private static readonly byte[] Photo = TestImages.PhotoJpeg(400, 300);
    private static readonly byte[] Other = TestImages.PhotoJpeg(300, 400);

    [Fact]
    public async Task Files_that_no_page_uses_go_after_the_grace_period()
    {
        var site = await SiteAsync();
        await site.PostAsync("a", Url);
        await site.PostAsync("a");
        await site.SweepAsync();

        await site.AdvanceAsync(Grace - TimeSpan.FromMinutes(1));
        Assert.NotEmpty(site.Variants);
        await site.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.Empty(site.Variants);
        Assert.Empty(site.Originals);
    }

    [Fact]
    public async Task Files_that_another_post_uses_stay()
    {
        var site = await SiteAsync();
        await site.PostAsync("a", Url);
        await site.PostAsync("b", Url);
        await site.RemoveAsync("a.md");

        await site.AdvanceAsync(Grace * 2);

        Assert.NotEmpty(site.ShownIn("b"));
        Assert.Equal(site.Variants.Order(StringComparer.Ordinal), site.ShownIn("b"));
    }

    [Fact]
    public async Task An_image_that_comes_back_within_the_grace_period_stays()
    {
        var site = await SiteAsync();
        await site.PostAsync("a", Url);
        await site.RemoveAsync("a.md");
        await site.AdvanceAsync(Grace / 2);
        await site.PostAsync("b", Url);

        await site.AdvanceAsync(Grace);

        Assert.NotEmpty(site.ShownIn("b"));
        Assert.Single(site.Requests);
    }

    [Fact]
    public async Task The_same_bytes_from_two_addresses_are_stored_once_and_go_with_the_last()
    {
        var site = await SiteAsync();
        site.Origins["http://mirror.test/photo"] = _ => ImageSite.Image(Photo);
        await site.PostAsync("a", Url);
        var files = site.Variants.ToList();
        await site.PostAsync("b", "http://mirror.test/photo");
        Assert.Equal(files, site.Variants);

        await site.RemoveAsync("a.md");
        await site.AdvanceAsync(Grace * 2);
        Assert.Equal(files, site.Variants);

        await site.RemoveAsync("b.md");
        await site.AdvanceAsync(Grace * 2);
        Assert.Empty(site.Variants);
    }

    [Fact]
    public async Task A_new_picture_at_the_same_address_reaches_every_page_and_the_old_files_go()
    {
        var site = await SiteAsync();
        await site.PostAsync("a", Url);
        await site.PostAsync("b", Url);
        var old = site.Variants.ToList();
        site.Origins[Url] = _ => ImageSite.Image(Other, "\"v2\"");
        await site.AdvanceAsync(TimeSpan.FromDays(8));
        await site.PostAsync("c", Url);
        await site.SweepAsync();

        Assert.Equal(site.ShownIn("c"), site.ShownIn("a"));
        Assert.Equal(site.ShownIn("c"), site.ShownIn("b"));
        Assert.Subset(site.Variants.ToHashSet(), old.ToHashSet());

        await site.AdvanceAsync(Grace + TimeSpan.FromMinutes(1));

        Assert.Empty(site.Variants.Intersect(old));
        Assert.NotEmpty(site.ShownIn("a"));
        Assert.Single(site.Originals);
    }

    [Fact]
    public async Task Old_files_stay_as_long_as_the_last_good_version_of_a_post_shows_them()
    {
        var site = await SiteAsync();
        await site.PostAsync("a", Url);
        await site.PostAsync("b", Url);
        var old = site.ShownIn("b");
        await site.UploadAsync("b.md", "---\ntitle: [unclosed\n---\n");
        await site.PublishAsync("b.md");
        site.Origins[Url] = _ => ImageSite.Image(Other, "\"v2\"");
        await site.AdvanceAsync(TimeSpan.FromDays(8));
        await site.PostAsync("a", Url, "http://img.test/x");

        await site.AdvanceAsync(Grace * 2);

        Assert.Equal(old, site.ShownIn("b"));
    }

    [Fact]
    public async Task An_original_that_was_lost_is_fetched_again()
    {
        var site = await SiteAsync();
        await site.PostAsync("a", Url);
        await site.LoseOriginalsAsync();
        await site.UploadAsync("site.yml", "images:\n  widths: [100]\n");
        await site.PublishAsync("site.yml");

        await site.SweepAsync();

        Assert.Equal([null, null], site.Requests.Select(request => request.ETag));
        Assert.NotEmpty(site.ShownIn("a"));
    }

    private static async Task<ImageSite> SiteAsync()
    {
        var site = await ImageSite.CreateAsync();
        site.Origins[Url] = request => request.ETag == "\"v1\"" ? new FetchResult.NotModified() : ImageSite.Image(Photo, "\"v1\"");
        return site;
    }
}
