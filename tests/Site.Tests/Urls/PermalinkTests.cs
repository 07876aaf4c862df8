using Blobpress.Site.Posts;
using Blobpress.Site.Settings;
using Blobpress.Site.Urls;

namespace Blobpress.Site.Tests.Urls;

public class PermalinkTests
{
    private const string None = "generator: none|base_url: https://example.org/|";

    private static readonly SiteSettings Settings = UrlSample.Settings(None);

    private static readonly Post Post = new()
    {
        Name = "travel/2022-01-09-The Harbour.md",
        Title = "A Title",
        Date = new DateTimeOffset(2022, 1, 9, 8, 5, 3, TimeSpan.Zero),
        Body = new PostBody("", BodyFormat.Markdown, 1),
    };

    [Theory]
    [InlineData(":year/:month/:day/:title/", "/2022/01/09/slug/")]
    [InlineData(":year-:i_month-:i_day/:name/", "/2022-1-9/the-harbour/")]
    [InlineData(":year_:month/:post_title.html", "/2022_01/a-title.html")]
    [InlineData(":hour:minute:second/:slug/", "/080503/slug/")]
    [InlineData(":category/:title/", "/travel/港-口/slug/")]
    [InlineData("/posts/:abbrlink.html", "/posts/2c81.html")]
    [InlineData(":lang/:filename/", "/en/the-harbour/")]
    [InlineData("pretty", "/travel/港-口/2022/01/09/slug/")]
    [InlineData("date", "/travel/港-口/2022/01/09/slug.html")]
    [InlineData("none", "/travel/港-口/slug.html")]
    [InlineData("ordinal", "/travel/港-口/2022/009/slug.html")]
    [InlineData(":sections/:title/", "/travel/slug/")]
    public void Without_a_generator_all_their_patterns_are_known(string pattern, string url) => Assert.Equal(url, UrlSample.Url(
        $"{None}permalink: {pattern}", Post.Name, "title: A Title|date: 2022-01-09 08:05:03|slug: Slug!|categories: [[Travel, 港 口], [x]]|abbrlink: 2c81"));

    [Theory]
    [InlineData("C.md", "/2022/01/09/c/")]
    [InlineData("C++.md", "/2022/01/09/cplusplus/")]
    [InlineData("C#.md", "/2022/01/09/csharp/")]
    [InlineData("Hello, World! #1.md", "/2022/01/09/hello-world-1/")]
    [InlineData("trips/x/index.md", "/2022/01/09/x/")]
    [InlineData("2022-01-09-x.md", "/2022/01/09/x/")]
    [InlineData("!!!.md", "/2022/01/09/a-title/")]
    public void Names_are_plain_words(string name, string url) => Assert.Equal(url, UrlSample.Url(None, name));

    [Fact]
    public void Without_category_or_abbrlink_something_stands_in()
    {
        Assert.Equal("/uncategorized/x/", UrlSample.Url(None + "permalink: :category/:slug/", "x.md"));
        Assert.Equal("/x/", UrlSample.Url(None + "permalink: :categories/:slug/", "x.md"));
        Assert.Equal(UrlSample.Url(None + "permalink: :id/", "x.md"), UrlSample.Url(None + "permalink: :abbrlink/", "x.md"));
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
    [InlineData("/archives/hello/", "archives/hello/index.html")]
    [InlineData("/archives/hello.html", "archives/hello.html")]
    [InlineData("/archives/12345/", "archives/12345/index.html")]
    [InlineData("/tags/a/b/", "tags/a/b/index.html")]
    [InlineData("/Tags/x/", "Tags/x/index.html")]
    [InlineData("/images/x/", "images/x/index.html")]
    [InlineData("/page/2/", "page/2/index.html")]
    [InlineData("/index/x/", "index/x/index.html")]
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
    [InlineData("/404.html")]
    [InlineData("/a\\b/")]
    [InlineData("/a/%00/")]
    [InlineData("/archives/")]
    [InlineData("/tags/")]
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
    public void A_name_that_a_post_says_nothing_of_is_refused() =>
        Assert.IsType<PermalinkResult.Refused>(Permalink.For(Post, UrlSample.Settings("permalink: :year/:urlname/")));

    [Fact]
    public void Aliases_are_cleaned_and_the_unfit_left_out()
    {
        var post = Post with { Aliases = ["/old/", "old", "a.html", "/b.aspx/", "releases/1.0", "/../x", "/2022/01/09/the-harbour/", "https://example.org/c"] };

        Assert.Equal(
            ["old/index.html", "a.html", "b.aspx/index.html", "releases/1.0/index.html", "c/index.html"],
            Permalink.Aliases(post, Settings).Select(path => path.Blob));
        Assert.Single(Permalink.RefusedAliases(post, Settings));
    }

    [Fact]
    public void Old_files_without_extension_keep_their_name_where_the_generator_has_such() =>
        Assert.Equal(["old", "new/index.html"], Permalink.Aliases(Post with { Aliases = ["/old", "/new/"] }, new()).Select(path => path.Blob));

    private static string Blob(Post post, SiteSettings settings) => Assert.IsType<PermalinkResult.At>(Permalink.For(post, settings)).Path.Blob;
}
