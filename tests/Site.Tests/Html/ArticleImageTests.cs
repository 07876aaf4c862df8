using Blobpress.Site.Images;
using Blobpress.Site.Posts;

namespace Blobpress.Site.Tests.Html;

public class ArticleImageTests
{
    private const string Pixel = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

    [Theory]
    [InlineData("<img src=http://a.example/x.png>", "http://a.example/x.png")]
    [InlineData("<img src=/loadimg.gif data-original=http://a.example/x.png>", "http://a.example/x.png")]
    [InlineData("<img src=\"" + Pixel + "\" data-src=http://a.example/x.png>", "http://a.example/x.png")]
    [InlineData("<img src=http://a.example/small.png data-src=http://a.example/x.png>", "http://a.example/x.png")]
    [InlineData("<img src=http://a.example/x.png data-src=true>", "http://a.example/x.png")]
    [InlineData("<img src=still.jpg data-gif-url=http://a.example/x.gif data-original=http://a.example/x.jpg>", "http://a.example/x.gif")]
    [InlineData("<img src=http://a.example/x.png data-original=\"C:\\x.png\">", "http://a.example/x.png")]
    [InlineData("<img src=s.png srcset=\"http://a.example/1.png 1x, http://a.example/2.png 2x\">", "http://a.example/2.png")]
    [InlineData("<img src=s.png data-srcset=\"http://a.example/1.png 300w, http://a.example/2.png 600w\">", "http://a.example/2.png")]
    [InlineData("<picture><source srcset=http://a.example/x.webp><img src=http://a.example/x.jpg></picture>", "http://a.example/x.jpg")]
    [InlineData("<picture><source srcset=http://a.example/x.webp><source srcset=http://a.example/x.jpg><img src=\"" + Pixel + "\"></picture>", "http://a.example/x.jpg")]
    [InlineData("<img src=about:blank data-lazy-src=//a.example/x.png>", "https://a.example/x.png")]
    [InlineData("<img src='https://cors.zfour.workers.dev/?http://a.example/x?a=1&b=2'>", "http://a.example/x?a=1&b=2")]
    [InlineData("<img src=\"" + Pixel + "\" any-name=http://a.example/x.png>", "http://a.example/x.png")]
    [InlineData("<img real_src=/img/x.webp>", "asset:img/x.webp")]
    [InlineData("<img src=/theme/loading.gif q=x.png>", "asset:travel/x.png")]
    [InlineData("<img src=http://a.example/x.png q=http://a.example/y.png>", "http://a.example/x.png")]
    [InlineData("<img data-thumb=http://a.example/s.png data-large-file=http://a.example/l.png>", "http://a.example/l.png")]
    [InlineData("<img src=\"" + Pixel + "\" data-hi-res=http://a.example/pic/7>", "http://a.example/pic/7")]
    [InlineData("<img lazy-srcset=\"http://a.example/1 300w, http://a.example/2 600w\">", "http://a.example/2")]
    [InlineData("<img src=\"" + Pixel + "\" onclick=\"go('http://a.example/y.png')\" data-x=http://a.example/x.png>", "http://a.example/x.png")]
    [InlineData("<img src=x.png>", "asset:travel/x.png")]
    [InlineData("<img src='C:\\x.png'>", "unusable:C:\\x.png")]
    public void The_true_image_is_found(string body, string key) =>
        Assert.Equal(key, Assert.Single(Example.Draft(body, BodyFormat.Html).Images).Source.Key);

    [Theory]
    [InlineData("<img src=\"" + Pixel + "\">")]
    [InlineData("<img src=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 3 2'%3E%3C/svg%3E\">")]
    [InlineData("<img src=http://count.example/x.gif width=1 height=1>")]
    [InlineData("<img>")]
    [InlineData("<img src=''>")]
    [InlineData("<picture><source srcset=x.webp></picture>")]
    public void What_shows_nothing_is_left_out(string body)
    {
        var draft = Example.Draft("<p>" + body + "</p>", BodyFormat.Html);
        Assert.Empty(draft.Images);
        Assert.Equal("", Example.Render(draft).Html);
        Assert.Single(draft.Notes);
    }

    [Fact]
    public void A_picture_that_can_not_be_found_leaves_its_text_and_a_note()
    {
        var draft = Example.Draft($"<p>a</p>\n<img src=\"{Pixel}\" alt=\"Two boats\">", BodyFormat.Html);
        Assert.Equal("<p>a</p>\n<p>Two boats</p>", Example.Render(draft).Html);
        Assert.Equal(6, Assert.Single(draft.Notes).Line);
    }

    [Theory]
    [InlineData("width=300 height=200", 300, 200)]
    [InlineData("width=300px height=50%", 300, null)]
    [InlineData("data-size=\"1920,1095\"", 1920, 1095)]
    [InlineData("data-size=800x600", 800, 600)]
    [InlineData("data-width=958 data-height=622", 958, 622)]
    [InlineData("imgwidth=640 imgheight=480", 640, 480)]
    [InlineData("style=\"max-width:100%; width: 320px !important; height:auto\"", 320, null)]
    [InlineData("data-w=1000 data-ratio=0.5625", 1000, 563)]
    [InlineData("width=auto", null, null)]
    public void Declared_sizes_are_read(string attributes, int? width, int? height)
    {
        var image = Assert.Single(Example.Draft($"<img src=http://a.example/x.png {attributes}>", BodyFormat.Html).Images);
        Assert.Equal((width, height), (image.Width, image.Height));
    }

    [Fact]
    public void An_image_alone_is_a_figure_and_one_among_words_is_not()
    {
        Assert.StartsWith("<figure><picture><img src=\"/images/", Article("![Boats](b.jpg)"));
        Assert.EndsWith("</picture><figcaption>At dawn</figcaption></figure>", Article("![Boats](b.jpg \"At dawn\")"));
        Assert.Matches("^<p>See <picture>.* alt=\"Boats\" title=\"At dawn\" .*</picture></p>$", Article("See ![Boats](b.jpg \"At dawn\")"));
        Assert.StartsWith("<figure><a href=\"https://a.example/\" rel=\"noopener\"><picture>", Article("[![Boats](b.jpg)](https://a.example/)"));
        Assert.Matches("^<figure><picture>.*</picture><figcaption>c</figcaption></figure>$", Article("<figure><p><img src=b.jpg></p><figcaption>c</figcaption></figure>"));
    }

    [Fact]
    public void The_first_image_is_fetched_at_once_and_the_others_when_needed()
    {
        var html = Article("![](a.jpg)\n\n![](b.jpg)");
        Assert.Equal(2, html.Split("fetchpriority=\"high\"").Length);
        Assert.True(html.IndexOf("fetchpriority", StringComparison.Ordinal) < html.IndexOf("loading=\"lazy\"", StringComparison.Ordinal));
        var covered = Example.Render(Example.Draft("![](a.jpg)\n\n![](b.jpg)", cover: "c.jpg")).Html;
        Assert.DoesNotContain("fetchpriority", covered);
    }

    [Theory]
    [InlineData("http://a.example/x.jpg", true)]
    [InlineData("https://cors.zfour.workers.dev/?http://a.example/x.jpg", true)]
    [InlineData("http://a.example/x.jpg?thumbnail", true)]
    [InlineData("http://a.example/other.jpg", false)]
    public void The_cover_is_not_shown_again_where_the_body_begins_with_it(string cover, bool repeated)
    {
        var draft = Example.Draft(
            "<div> <p><img data-original=http://a.example/x.jpg src=http://a.example/x.jpg?thumbnail></p><p>Text.</p></div>", BodyFormat.Html, cover);
        var article = Example.Render(draft);
        Assert.Equal(repeated, article.CoverInBody);
        Assert.Equal(repeated, !article.Html.Contains("<picture>", StringComparison.Ordinal));
        Assert.EndsWith("<p>Text.</p>", article.Html);
        Assert.NotNull(article.Cover);
        Assert.Equal(article.Cover, article.CardImage);
    }

    [Fact]
    public void Two_addresses_of_the_same_bytes_are_one_image()
    {
        var draft = Example.Draft("![](http://b.example/y.jpg)\n\nText.", cover: "http://a.example/x.jpg");
        var image = new ImageOutcome.Ready(Example.Image(new('a', 32)));
        var article = draft.Render(draft.Images.ToDictionary(i => i.Source.Key, ImageOutcome (_) => image));
        Assert.True(article.CoverInBody);
        Assert.Equal("<p>Text.</p>", article.Html);
    }

    [Fact]
    public void Without_a_cover_the_first_image_serves_the_cards_only()
    {
        var article = Example.Render(Example.Draft("Text.\n\n![](a.jpg)"));
        Assert.Null(article.Cover);
        Assert.NotNull(article.CardImage);
        Assert.False(article.CoverInBody);
    }

    [Fact]
    public void A_missing_image_leaves_its_shape_or_the_last_good_copy()
    {
        var draft = Example.Draft("<p><img src=http://a.example/x.jpg alt='A \"boat\"' data-size=\"1920,1095\"></p>", BodyFormat.Html, "http://a.example/c.jpg");
        var missing = draft.Render(draft.Images.ToDictionary(i => i.Source.Key, ImageOutcome (_) => new ImageOutcome.Missing("Timed out.")));
        Assert.Equal(
            "<figure><span class=\"missing\" role=\"img\" aria-label=\"A &quot;boat&quot;\" style=\"aspect-ratio:1920/1095;max-width:1920px\">A &quot;boat&quot;</span></figure>",
            missing.Html);
        Assert.Null(missing.Cover);
        Assert.Equal("<span class=\"missing\" role=\"img\" aria-label=\"\" style=\"aspect-ratio:16/9\"></span>", missing.CoverPlaceholder);
        var old = draft.Render(draft.Images.ToDictionary(
            i => i.Source.Key, ImageOutcome (i) => new ImageOutcome.Missing("Timed out.", Example.Image(Example.Hash(i.Source.Key)))));
        Assert.Contains("<picture>", old.Html);
        Assert.NotNull(old.Cover);
        Assert.Null(old.CoverPlaceholder);
    }

    [Fact]
    public void A_small_inline_image_stays_and_a_large_one_does_not()
    {
        const string Small = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAoAAAAUCAYAAAC07w7b";
        Assert.Equal($"<figure><img src=\"{Small}\" width=\"10\" height=\"20\" alt=\"\"></figure>", Article($"<p><img src=\"{Small}\"></p>"));
        Assert.Contains("class=\"missing\"", Article($"<p><img src=\"{Small + new string('A', 5000)}\"></p>"));
        Assert.Contains("class=\"missing\"", Article($"<p><img src=\"data:image/svg+xml;base64,{new string('A', 1000)}\"></p>"));
    }

    [Theory]
    [InlineData("<svg viewBox='0 0 2 2'><path d='M0 0h2v2z'/></svg>", "<svg> was taken out")]
    [InlineData("<svg><text>Low tide</text></svg>", "Low tide")]
    [InlineData("<section style='background-image: url(\"https://a.example/sea.jpg\")'>Text</section>", "https://a.example/sea.jpg stands behind text")]
    [InlineData("<p style='color:red;background:#fff url(/sea.jpg) no-repeat'>Text</p>", "/sea.jpg stands behind text")]
    [InlineData("<table background=/sea.jpg><tr><td>Text</table>", "/sea.jpg stands behind text")]
    [InlineData("<input value='Written in a field'>", "Written in a field")]
    public void A_picture_that_is_not_shown_is_told_of(string body, string note) =>
        Assert.Contains(note, Assert.Single(Example.Draft(body, BodyFormat.Html).Notes).Message);

    [Theory]
    [InlineData("<amp-img src=x.png width=30 height=20></amp-img>")]
    [InlineData("<mip-img data-src=x.png></mip-img>")]
    [InlineData("<amp-img src=x.png><noscript><img src=x.png></noscript></amp-img>")]
    [InlineData("<input type=image src=x.png alt=Send>")]
    [InlineData("<video poster=x.png>No video.</video>")]
    public void Elements_that_stand_for_an_image_show_it(string body)
    {
        var draft = Example.Draft(body, BodyFormat.Html);
        Assert.Equal("asset:travel/x.png", Assert.Single(draft.Images).Source.Key);
        Assert.Single(Example.Parse(Example.Render(draft).Html).Images);
    }

    [Fact]
    public void A_poster_in_the_post_itself_is_an_image_like_any_other()
    {
        const string Small = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAoAAAAUCAYAAAC07w7b";
        Assert.Contains($"poster=\"{Small}\"", Article($"<video src=v.mp4 poster=\"{Small}\"></video>"));
        var large = Example.Draft($"<video src=v.mp4 poster=\"{Small + new string('A', 5000)}\"></video>");
        Assert.IsType<ImageSource.Inline>(Assert.Single(large.Images).Source);
    }

    [Fact]
    public void The_first_500_images_count_and_the_others_keep_their_places()
    {
        var draft = Example.Draft(string.Concat(Enumerable.Range(0, 1003).Select(at => $"![](http://a.example/{at}.jpg)\n\n")));
        Assert.Equal((500, 503), (draft.Images.Count, draft.ImagesBeyond.Count));
        Assert.Contains("503 more, from http://a.example/500.jpg on", draft.Notes[0].Message);
        Assert.Equal(503, Example.Render(draft).Html.Split("class=\"missing\"").Length - 1);
    }

    [Fact]
    public void Addresses_are_bounded_one_by_one_and_all_together()
    {
        var one = Example.Draft($"![](http://a.example/{new string('x', 5000)})\n\n![](/{new string('y', 5000)}.png)");
        Assert.All(one.Images, image => Assert.IsType<ImageSource.Unusable>(image.Source));
        var many = Example.Draft(string.Concat(Enumerable.Range(0, 100).Select(at => $"![](http://a.example/{at}{new string('x', 3000)})\n\n")));
        Assert.InRange(many.Images.Count, 30, 40);
        Assert.Equal(100, many.Images.Count + many.ImagesBeyond.Count);
    }

    [Fact]
    public void A_draft_renders_the_same_any_number_of_times()
    {
        var draft = Example.Draft("![](a.jpg)\n\nText ![](b.jpg).\n\n<video src=v.mp4 poster=c.jpg></video>");
        Assert.Equal(Example.Render(draft).Html, Example.Render(draft).Html);
        Assert.Equal(["asset:travel/a.jpg", "asset:travel/b.jpg", "asset:travel/c.jpg"], draft.Images.Select(i => i.Source.Key));
    }

    private static string Article(string body) => Example.Render(Example.Draft(body)).Html;
}
