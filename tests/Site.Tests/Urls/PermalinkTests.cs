using Blobpress.Site.Posts;
using Blobpress.Site.Settings;
using Blobpress.Site.Tests.Posts;
using Blobpress.Site.Urls;

namespace Blobpress.Site.Tests.Urls;

public class PermalinkTests
{
    private static readonly SiteSettings Settings = Sample.Shanghai with { BaseUrl = new Uri("https://example.org/") };

    private static readonly Post Post = new()
    {
        Name = "travel/2022-01-09-The Harbour.md",
        Title = "A Title",
        Slug = "slug",
        Date = new DateTimeOffset(2022, 1, 9, 8, 5, 3, TimeSpan.FromHours(8)),
        Categories = [["Travel", "港 口"], ["x"]],
        Abbrlink = "2c81",
        Body = new PostBody("", BodyFormat.Markdown, 1),
    };

    [Theory]
    [InlineData(":year/:month/:day/:title/", "2022/01/09/slug/index.html")]
    [InlineData(":year-:i_month-:i_day/:name", "2022-1-9/the-harbour/index.html")]
    [InlineData(":year_:month/:post_title.html", "2022_01/a-title.html")]
    [InlineData(":hour:minute:second/:slug/", "080503/slug/index.html")]
    [InlineData(":category/:title/", "travel/港-口/slug/index.html")]
    [InlineData("/posts/:abbrlink.html", "posts/2c81.html")]
    [InlineData(":lang/:filename/", "en/the-harbour/index.html")]
    [InlineData("pretty", "travel/港-口/2022/01/09/slug/index.html")]
    [InlineData("date", "travel/港-口/2022/01/09/slug.html")]
    [InlineData("none", "travel/港-口/slug.html")]
    [InlineData("ordinal", "travel/港-口/2022/009/slug.html")]
    public void Patterns_of_Hexo_Jekyll_and_Hugo_are_filled_in(string pattern, string blob) =>
        Assert.Equal(blob, Blob(Post, Settings with { Permalink = pattern }));

    [Fact]
    public void Without_category_or_abbrlink_something_stands_in()
    {
        var bare = Post with { Categories = [], Abbrlink = null };

        Assert.Equal("uncategorized/slug/index.html", Blob(bare, Settings with { Permalink = ":category/:slug" }));
        Assert.Equal("slug/index.html", Blob(bare, Settings with { Permalink = ":categories/:slug" }));
        Assert.Equal(Blob(bare, Settings with { Permalink = ":id" }), Blob(bare, Settings with { Permalink = ":abbrlink" }));
    }

    [Theory]
    [InlineData("about", "about/index.html")]
    [InlineData("/a//b/", "a/b/index.html")]
    [InlineData("a/b.html", "a/b.html")]
    [InlineData("/a/index.html", "a/index.html")]
    [InlineData("/%E6%B8%AF/", "港/index.html")]
    [InlineData("https://example.org/a/", "a/index.html")]
    [InlineData("/:year/own/", "2022/own/index.html")]
    [InlineData("/v:x/", "v:x/index.html")]
    [InlineData("/می\u200Cخواهم/", "می\u200Cخواهم/index.html")]
    [InlineData("/con-cert/", "con-cert/index.html")]
    [InlineData("/100%/", "100%/index.html")]
    public void A_posts_own_permalink_wins(string permalink, string blob) => Assert.Equal(blob, Blob(Post with { Permalink = permalink }, Settings));

    [Theory]
    [InlineData("/")]
    [InlineData("/index.html")]
    [InlineData("/a/../b/")]
    [InlineData("/%2e%2e/b/")]
    [InlineData("/a?b=1")]
    [InlineData("/a/#b")]
    [InlineData("https://elsewhere.example/a/")]
    [InlineData("//elsewhere.example/a/")]
    [InlineData("/Tags/x/")]
    [InlineData("/404.html")]
    [InlineData("/a\\b/")]
    [InlineData("/a/%00/")]
    [InlineData("/_status/")]
    [InlineData("/_Status/x")]
    [InlineData("/CON/")]
    [InlineData("/a/nul.html")]
    [InlineData("/lpt1/x/")]
    [InlineData("/com¹")]
    [InlineData("/INDEX.HTML")]
    [InlineData("/a/Index.html")]
    [InlineData("/a/index.html/b/")]
    [InlineData("/a%2Fb/")]
    [InlineData("/a%5cb/")]
    [InlineData("/a%252fb/")]
    [InlineData("/%2E%2e%2Fb/")]
    [InlineData("/a%2eb/")]
    [InlineData("/a\u202Eb/")]
    [InlineData("/a%E2%80%AEb/")]
    [InlineData("/a\u2066b/")]
    [InlineData("/a\u200Bb/")]
    [InlineData("/a\u200Db/")]
    [InlineData("/a\uFEFFb/")]
    [InlineData("/a\u00ADb/")]
    [InlineData("/\u3164/")]
    [InlineData("/a\u2028b/")]
    [InlineData("/a\uFFFEb/")]
    [InlineData("/a\U000E0041b/")]
    public void Unfit_permalinks_are_refused(string permalink)
    {
        var refused = Assert.IsType<PermalinkResult.Refused>(Permalink.For(Post with { Permalink = permalink }, Settings));

        Assert.Contains(permalink, refused.Reason.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_permalink_has_no_more_folders_than_a_blob_may_have()
    {
        Assert.IsType<PermalinkResult.At>(Permalink.For(Post with { Permalink = string.Concat(Enumerable.Repeat("a/", 253)) }, Settings));
        Assert.IsType<PermalinkResult.Refused>(Permalink.For(Post with { Permalink = string.Concat(Enumerable.Repeat("a/", 254)) }, Settings));
    }

    [Fact]
    public void A_segment_is_no_longer_than_a_folders_name()
    {
        Assert.IsType<PermalinkResult.At>(Permalink.For(Post with { Permalink = new string('文', 85) }, Settings));
        Assert.IsType<PermalinkResult.Refused>(Permalink.For(Post with { Permalink = new string('文', 86) }, Settings));
    }

    [Theory]
    [InlineData("Con")]
    [InlineData("NUL")]
    [InlineData("a\u3164b")]
    [InlineData("a\u034Fb")]
    public void Titles_come_to_slugs_that_are_no_devices_and_hold_nothing_unseen(string title)
    {
        var slug = Slug.Of(title);

        Assert.Equal($"{slug}/index.html", Blob(Post with { Permalink = $"/{slug}/" }, Settings));
        Assert.Equal(slug, Slug.Of(slug));
    }

    [Fact]
    public void An_unknown_name_in_the_pattern_is_refused() =>
        Assert.IsType<PermalinkResult.Refused>(Permalink.For(Post, Settings with { Permalink = ":year/:tittle/" }));

    [Fact]
    public void A_category_that_the_site_needs_is_refused() =>
        Assert.IsType<PermalinkResult.Refused>(Permalink.For(Post with { Categories = [["Tags"]] }, Settings with { Permalink = ":category/:title/" }));

    [Fact]
    public void Aliases_are_cleaned_and_the_unfit_left_out()
    {
        var post = Post with { Aliases = ["/old/", "old", "a.html", "/b.aspx/", "releases/1.0", "/../x", "/2022/01/09/slug/", "https://example.org/c"] };

        Assert.Equal(
            ["old/index.html", "a.html", "b.aspx/index.html", "releases/1.0/index.html", "c/index.html"],
            Permalink.Aliases(post, Settings).Select(path => path.Blob));
        Assert.Single(Permalink.RefusedAliases(post, Settings));
    }

    private static string Blob(Post post, SiteSettings settings) => Assert.IsType<PermalinkResult.At>(Permalink.For(post, settings)).Path.Blob;
}
