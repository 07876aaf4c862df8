using System.Text;
using Blobpress.Publishing.Posts;
using NetVips;

namespace Blobpress.Publishing.Tests.Images;

public class AssetTests
{
    [Fact]
    public async Task A_photograph_is_published_without_the_place_it_was_taken_at()
    {
        var site = await ImageSite.CreateAsync();
        var photo = Tagged();
        Assert.Contains("GPSLatitude", Fields(photo));
        await site.UploadAsync("trip/a.jpg", BinaryData.FromBytes(photo));

        await site.PublishAsync("trip/a.jpg");

        var published = site.File("trip/a.jpg").ToArray();
        Assert.DoesNotContain("GPSLatitude", Fields(published));
        Assert.DoesNotContain("Secret", Encoding.Latin1.GetString(published), StringComparison.Ordinal);
        using var before = Likeness.Decode(photo);
        using var after = Likeness.Decode(published);
        Assert.Equal(0, (before - after).Abs().Max());
        Assert.Equal(6, after.Get("orientation"));
    }

    [Fact]
    public async Task A_drawing_is_published_without_its_scripts()
    {
        var site = await ImageSite.CreateAsync();
        await site.UploadAsync("a.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(2)</script><rect width='9' height='9'/></svg>");

        await site.PublishAsync("a.svg");

        Assert.Contains("<rect", site.File("a.svg").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("alert", site.File("a.svg").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_drawing_that_cannot_be_made_safe_is_not_published_and_an_earlier_one_goes()
    {
        var site = await ImageSite.CreateAsync();
        await site.UploadAsync("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        await site.PublishAsync("a.svg");
        await site.UploadAsync("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><rect></svg>");

        var report = await site.PublishAsync("a.svg");

        Assert.Equal(PublishOutcome.Rejected, report.Outcome);
        Assert.Throws<KeyNotFoundException>(() => site.File("a.svg"));
    }

    [Fact]
    public async Task A_post_that_came_before_its_image_shows_it_as_soon_as_that_comes()
    {
        var site = await ImageSite.CreateAsync();
        await site.PostAsync("a", "/img/x.jpg");
        Assert.Empty(site.ShownIn("a"));
        await site.UploadAsync("img/x.jpg", BinaryData.FromBytes(TestImages.PhotoJpeg(400, 300)));

        await site.PublishAsync("img/x.jpg");
        await site.SweepAsync();

        Assert.NotEmpty(site.ShownIn("a"));
    }

    [Fact]
    public async Task A_post_follows_its_image_when_that_changes_or_goes()
    {
        var site = await ImageSite.CreateAsync();
        await site.UploadAsync("x.jpg", BinaryData.FromBytes(TestImages.PhotoJpeg(400, 300)));
        await site.PublishAsync("x.jpg");
        await site.PostAsync("a", "/x.jpg");
        var first = site.ShownIn("a");

        await site.UploadAsync("x.jpg", BinaryData.FromBytes(TestImages.PhotoJpeg(300, 400)));
        await site.PublishAsync("x.jpg");
        await site.SweepAsync();
        var second = site.ShownIn("a");
        Assert.NotEmpty(second);
        Assert.Empty(second.Intersect(first));

        await site.RemoveAsync("x.jpg");
        Assert.Empty(site.ShownIn("a"));
    }

    [Fact]
    public async Task A_post_that_comes_to_show_an_image_again_shows_what_it_became_in_the_meantime()
    {
        var site = await ImageSite.CreateAsync();
        await site.UploadAsync("x.jpg", BinaryData.FromBytes(TestImages.PhotoJpeg(400, 300)));
        await site.PublishAsync("x.jpg");
        await site.PostAsync("a", "/x.jpg");
        var first = site.ShownIn("a");
        await site.PostAsync("a");
        await site.UploadAsync("x.jpg", BinaryData.FromBytes(TestImages.PhotoJpeg(300, 400)));
        await site.PublishAsync("x.jpg");

        await site.PostAsync("a", "/x.jpg");

        Assert.NotEmpty(site.ShownIn("a"));
        Assert.Empty(site.ShownIn("a").Intersect(first));
    }

    [Fact]
    public async Task An_unchanged_asset_is_left_alone()
    {
        var site = await ImageSite.CreateAsync();
        await site.UploadAsync("a.txt", "text");

        Assert.Equal(PublishOutcome.Published, (await site.PublishAsync("a.txt")).Outcome);
        Assert.Equal(PublishOutcome.Unchanged, (await site.PublishAsync("a.txt")).Outcome);
        Assert.Equal("text", site.File("a.txt").ToString());
    }

    private static byte[] Tagged()
    {
        using var photo = TestImages.Photo(400, 300);
        using var tagged = photo.Mutate(m =>
        {
            m.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "35/1 41/1 22/1");
            m.Set(GValue.GStrType, "exif-ifd0-Make", "Secret");
            m.Set(GValue.GIntType, "orientation", 6);
        });
        return tagged.JpegsaveBuffer();
    }

    private static string Fields(byte[] file)
    {
        using var image = Likeness.Decode(file);
        return string.Join(' ', image.GetFields());
    }
}
