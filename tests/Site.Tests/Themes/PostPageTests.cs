using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Blobpress.Site.Html.Themes;

namespace Blobpress.Site.Tests.Themes;

public class PostPageTests
{
    [Fact]
    public void Shows_what_the_post_says()
    {
        var page = Parse(Theme.Default.Post(Samples.Site, Samples.Page(Samples.Rich, "<p>Slate <em>water</em>.</p>")));

        Assert.Equal("The harbour – Harbour Notes", page.Title);
        Assert.Equal("The harbour", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("<p>Slate <em>water</em>.</p>", page.QuerySelector(".prose")!.InnerHtml.Trim());
        Assert.Equal("2022-01-28T23:57:28+08:00", page.QuerySelector("article time")!.GetAttribute("datetime"));
        Assert.Equal("January 28, 2022", page.QuerySelector("article time")!.TextContent);
        Assert.Contains("Updated February 1, 2022", page.QuerySelector(".byline")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Grace"], page.QuerySelectorAll("a[rel=author]").Select(link => link.TextContent));
        Assert.Equal(["/tags/sea/", "/tags/%E6%B8%AF%E5%8F%A3/"], page.QuerySelectorAll("a[rel=tag]").Select(link => link.GetAttribute("href")));
        Assert.Contains("2 min read", page.QuerySelector(".meta")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Head_tells_machines_what_it_is()
    {
        var page = Parse(Theme.Default.Post(Samples.Site, Samples.Page(Samples.Rich)));

        Assert.Equal("https://notes.example/2022/01/28/harbour/", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("When the lamps came on.", Meta(page, "name=description"));
        Assert.Equal("article", Meta(page, "property='og:type'"));
        Assert.Equal("https://notes.example/images/01/0123456789abcdef0123456789abcdef-1280.jpg", Meta(page, "property='og:image'"));
        Assert.Equal("summary_large_image", Meta(page, "name='twitter:card'"));
        Assert.Equal(
            ["/atom.xml", "/rss.xml", "/feed.json"],
            page.QuerySelectorAll("link[rel=alternate]").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void Social_card_wins_over_the_picture_itself()
    {
        var post = Samples.Rich with { Cover = Samples.Photo with { SocialCard = true } };

        var page = Parse(Theme.Default.Post(Samples.Site, Samples.Page(post)));

        Assert.Equal("https://notes.example/images/01/0123456789abcdef0123456789abcdef-card.jpg", Meta(page, "property='og:image'"));
        Assert.Equal("1200", Meta(page, "property='og:image:width'"));
    }

    [Fact]
    public void Structured_data_is_a_blog_posting_that_no_title_breaks_out_of()
    {
        var post = Samples.Rich with { Title = "</script><b>港口" };

        var html = Theme.Default.Post(Samples.Site, Samples.Page(post));

        var data = JsonDocument.Parse(Parse(html).QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
        Assert.Equal("BlogPosting", data.GetProperty("@type").GetString());
        Assert.Equal("</script><b>港口", data.GetProperty("headline").GetString());
        Assert.Equal("Grace", data.GetProperty("author")[0].GetProperty("name").GetString());
        Assert.Equal(2, data.GetProperty("keywords").GetArrayLength());
        Assert.DoesNotContain("<b>港口", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Picture_keeps_its_place_until_it_is_there()
    {
        var page = Parse(Theme.Default.Post(Samples.Site, Samples.Page(Samples.Rich)));

        var image = page.QuerySelector(".cover picture img")!;
        Assert.Equal(("1280", "720", "high"), (image.GetAttribute("width"), image.GetAttribute("height"), image.GetAttribute("fetchpriority")));
        Assert.Equal("", image.GetAttribute("alt"));
        Assert.Equal("image/webp", page.QuerySelector(".cover source")!.GetAttribute("type"));
    }

    [Fact]
    public void Placeholder_stands_where_the_picture_could_not_be_had()
    {
        var sample = Samples.Page(Samples.Plain);

        var page = Parse(Theme.Default.Post(
            Samples.Site, sample with { Content = sample.Content with { CoverPlaceholder = "<span class=\"missing\">gone</span>" } }));

        Assert.Equal("gone", page.QuerySelector(".cover .missing")!.TextContent);
    }

    [Fact]
    public void Neighbours_and_comments_follow_the_text()
    {
        var settings = Samples.Site with { Comments = "<div id=\"forum\"></div>" };
        var sample = Samples.Page(Samples.Plain) with { Older = new("Dawn", "/dawn/", Samples.Day), Newer = new("Noon", "/noon/", Samples.Day) };

        var page = Parse(Theme.Default.Post(settings, sample));
        var closed = Theme.Default.Post(settings, sample with { Content = sample.Content with { Comments = false } });

        Assert.Equal("/dawn/", page.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal("/noon/", page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("#forum"));
        Assert.DoesNotContain("forum", closed, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_language_is_marked_and_the_furniture_stays_in_the_sites()
    {
        var post = Samples.Plain with { Title = "夜航船", Language = "zh-CN" };

        var page = Parse(Theme.Default.Post(Samples.Site, Samples.Page(post)));

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("zh-CN", page.QuerySelector("h1")!.GetAttribute("lang"));
        Assert.Equal("zh-CN", page.QuerySelector(".prose")!.GetAttribute("lang"));
        Assert.Equal("January 29, 2022", page.QuerySelector("article time")!.TextContent);
    }

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private static string? Meta(IHtmlDocument page, string selector) => page.QuerySelector($"meta[{selector}]")!.GetAttribute("content");
}
