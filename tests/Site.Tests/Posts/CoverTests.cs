namespace Blobpress.Site.Tests.Posts;

public class CoverTests
{
    [Theory]
    [InlineData("thumbnail: /t.png\nheadimg: /h.png", "/h.png")]
    [InlineData("cover: 'https://proxy.example/?http://origin.example/a b.jpg'", "https://proxy.example/?http://origin.example/a b.jpg")]
    [InlineData("top_img: //host.example/a", "//host.example/a")]
    [InlineData("header-img: img/a.jpg", "img/a.jpg")]
    [InlineData("heroImage: ./a photo.jpg", "./a photo.jpg")]
    [InlineData("cover: {image: c.webp, alt: x}", "c.webp")]
    [InlineData("image: {path: /p.png}", "/p.png")]
    [InlineData("image: {feature: /f.png}", "/f.png")]
    [InlineData("photos:\n - https://a.example/1\n - https://a.example/2", "https://a.example/1")]
    [InlineData("cover: data:image/png;base64,AAAA", "data:image/png;base64,AAAA")]
    [InlineData("img: https//cdn.example/x", "https//cdn.example/x")]
    public void The_header_image_is_found(string front, string url) => Assert.Equal(url, Sample.WithFront(front).Cover);

    [Theory]
    [InlineData("cover: false")]
    [InlineData("cover: '#336699'")]
    [InlineData("cover: rgba(1,2,3,.5)")]
    [InlineData("cover: linear-gradient(#fff, #000)")]
    [InlineData("cover: A picture of the sea.")]
    [InlineData("cover: transparent")]
    [InlineData("cover: 'C:\\pictures\\a.png'")]
    [InlineData("cover: file:///a.png")]
    [InlineData("cover: '{{ site.baseurl }}/a.png'")]
    [InlineData("cover: [1, 2]")]
    public void What_is_no_url_is_noted_and_the_next_key_counts(string front)
    {
        var post = Sample.WithFront(front + "\nimage: /i.png");

        Assert.Equal("/i.png", post.Cover);
        Assert.Equal(2, Assert.Single(post.Notes).Line);
    }

    [Fact]
    public void An_empty_key_is_no_matter() => Assert.Empty(Sample.WithFront("thumbnail:\nheadimg: ''").Notes);

    [Fact]
    public void Pictures_beside_the_header_are_noted() =>
        Assert.Contains("'photos'", Assert.Single(Sample.WithFront("photos:\n - https://a.example/1\n - https://a.example/2").Notes).Message);
}
