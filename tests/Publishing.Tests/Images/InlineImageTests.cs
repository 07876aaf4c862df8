namespace Blobpress.Publishing.Tests.Images;

public class InlineImageTests
{
    private static readonly byte[] Photo = TestImages.PhotoJpeg(400, 300);

    [Theory]
    [InlineData("image/jpeg;base64")]
    [InlineData("image/png;charset=utf-8;base64")]
    public async Task A_picture_within_the_post_is_an_image_like_any_other(string type)
    {
        var site = await ImageSite.CreateAsync();

        var report = await site.PostAsync("a", $"data:{type},{Convert.ToBase64String(Photo)}");

        Assert.Equal("ready", Assert.Single(report.Images).Outcome);
        Assert.InRange(report.Images[0].Url.Length, 1, 100);
        Assert.NotEmpty(site.ShownIn("a"));
        Assert.Equal(0, (await site.SweepAsync()).Due);
    }

    [Fact]
    public async Task Two_posts_that_carry_the_same_picture_share_its_files()
    {
        var site = await ImageSite.CreateAsync();
        var uri = $"data:image/jpeg;base64,{Convert.ToBase64String(Photo)}";

        await site.PostAsync("a", uri);
        await site.PostAsync("b", uri);

        Assert.Equal(site.ShownIn("a"), site.ShownIn("b"));
        Assert.Single(site.Originals);
    }

    [Fact]
    public async Task A_broken_one_leaves_a_placeholder_and_an_entry_and_is_not_tried_again_and_again()
    {
        var site = await ImageSite.CreateAsync();
        await site.SweepAsync();

        var report = await site.PostAsync("a", $"data:image/png;base64,{Convert.ToBase64String(Photo)[..6000]}", $"data:image/png;base64,{new string('A', 6001)}!");

        Assert.Equal(["missing", "missing"], report.Images.Select(image => image.Outcome));
        Assert.All(report.Images, image => Assert.StartsWith("The data: URI", image.Reason, StringComparison.Ordinal));
        await site.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(0, (await site.AdvanceAsync(TimeSpan.FromDays(1))).Due);
    }
}
