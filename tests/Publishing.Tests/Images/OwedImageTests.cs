using Blobpress.Publishing.Images;

namespace Blobpress.Publishing.Tests.Images;

public class OwedImageTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Images_that_pages_wait_for_are_told_of_until_they_come()
    {
        var site = await ImageSite.CreateAsync();
        var owed = site.Instance(new PublishingOptions()).OwedImages;
        site.Origins["http://dead.test/1"] = request => new FetchResult.Failed($"{request.Url}: refused") { FailedHost = "dead.test:80", Cause = "the connection was refused" };
        await site.PostAsync("a", "http://img.test/gone", "http://dead.test/1", "http://dead.test/2", "nowhere.png");
        await site.PostAsync("b", "http://img.test/gone");

        var (images, more) = await owed.ReadAsync(4, Cancel);
        Assert.Equal(1, more);
        Assert.Equal(["http://img.test/gone", "http://dead.test/1", "http://dead.test/2", "nowhere.png"], images.Select(image => image.Image));
        Assert.All(images, image => Assert.Equal("a.md", image.Post));
        Assert.Contains("404", images[0].Reason, StringComparison.Ordinal);
        Assert.Contains("dead.test:80 is left alone until", images[2].Reason, StringComparison.Ordinal);
        Assert.All(images, image => Assert.NotEqual(default, image.AskedAgain));

        site.Origins["http://img.test/gone"] = site.Origins["http://dead.test/1"] = site.Origins["http://dead.test/2"] = _ => ImageSite.Image(TestImages.PhotoJpeg(400, 300));
        await site.UploadAsync("nowhere.png", BinaryData.FromBytes(TestImages.PhotoJpeg(400, 300)));
        await site.PublishAsync("nowhere.png");
        await site.AdvanceAsync(TimeSpan.FromMinutes(2));
        (images, more) = await owed.ReadAsync(4, Cancel);
        Assert.Equal((0, 0), (images.Count, more));
    }
}
