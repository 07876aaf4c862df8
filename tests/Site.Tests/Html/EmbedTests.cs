using Blobpress.Site.Images;
using Blobpress.Site.Posts;

namespace Blobpress.Site.Tests.Html;

public class EmbedTests
{
    private const string Attributes = " loading=\"lazy\" sandbox=\"allow-scripts allow-same-origin allow-popups allow-presentation\""
        + " allow=\"fullscreen; encrypted-media; picture-in-picture\" referrerpolicy=\"strict-origin-when-cross-origin\" allowfullscreen";

    [Theory]
    [InlineData("<iframe src=\"//www.youtube.com/embed/x\" width=560 onload=alert(1) srcdoc=\"<script>\"></iframe>", "https://www.youtube.com/embed/x")]
    [InlineData("<iframe data-src=\"http://v.qq.com/x?a=1&amp;b=2\"></iframe>", "https://v.qq.com/x?a=1&amp;b=2")]
    [InlineData("<iframe src=\"https://cors.zfour.workers.dev/?https://player.bilibili.com/p?aid=1&hq=1\">", "https://player.bilibili.com/p?aid=1&amp;hq=1")]
    public void A_trusted_player_stays(string body, string url) =>
        Assert.Equal($"<div class=\"embed\"><iframe src=\"{url}\" title=\"{new Uri(url).Host}\"{Attributes}></iframe></div>", Example.Html(body));

    [Theory]
    [InlineData("<p><iframe src=\"https://other.example/x\" title=\"A film\"></iframe></p>", "<p><a href=\"https://other.example/x\" rel=\"noopener\">A film</a></p>")]
    [InlineData("<iframe src=\"https://www.youtube.com.evil.example/x\"></iframe>", "<p><a href=\"https://www.youtube.com.evil.example/x\" rel=\"noopener\">www.youtube.com.evil.example</a></p>")]
    [InlineData("<iframe src=\"https://www.youtube.com@evil.example/x\"></iframe>", "<p><a href=\"https://www.youtube.com@evil.example/x\" rel=\"noopener\">evil.example</a></p>")]
    [InlineData("<iframe src=\"javascript:alert(1)\"></iframe>", "")]
    [InlineData("<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>", "")]
    public void Another_frame_becomes_a_link(string body, string expected) => Assert.Equal(expected, Example.Html(body));

    [Theory]
    [InlineData(
        "<video src=\"https://cors.zfour.workers.dev/?http://a.example/v.mp4\" autoplay></video>",
        "<video src=\"http://a.example/v.mp4\" controls preload=\"metadata\"></video>")]
    [InlineData(
        "<audio><source src=\"x.mp3\" type=\"audio/mpeg\"><source src=\"javascript:1\"></audio>",
        "<audio controls preload=\"metadata\"><source type=\"audio/mpeg\" src=\"/travel/x.mp3\"></audio>")]
    [InlineData("<video></video>", "")]
    public void Videos_and_sounds_play_on_demand(string body, string expected) => Assert.Equal(expected, Example.Html(body));

    [Fact]
    public void The_poster_of_a_video_is_an_image_of_the_site()
    {
        var draft = Example.Draft("<video src=\"x.mp4\" poster=\"https://a.example/p.jpg\"></video>", BodyFormat.Html);
        var key = Assert.Single(draft.Images).Source.Key;
        var hash = Example.Hash(key);
        Assert.Contains($" poster=\"/images/{hash[..2]}/{hash}-800.jpg\">", Example.Render(draft).Html);
        Assert.DoesNotContain("poster", draft.Render(new Dictionary<string, ImageOutcome>()).Html);
    }
}
