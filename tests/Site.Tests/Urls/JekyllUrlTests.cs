namespace Blobpress.Site.Tests.Urls;

public class JekyllUrlTests
{
    private const string Jekyll = "generator: jekyll|";

    [Theory]
    [InlineData("_posts/2022-01-09-The_Harbour.v1.md", "/2022/01/09/The_Harbour.v1.html")]
    [InlineData("2022-01-09-x.md", "/2022/01/09/x.html")]
    [InlineData("_posts/deep/2022-1-9-x.markdown", "/2022/01/09/x.html")]
    [InlineData("travel/_posts/2022-01-09-x.md", "/travel/2022/01/09/x.html")]
    [InlineData("a/B/_posts/2022-01-09-x.md", "/a/b/2022/01/09/x.html")]
    [InlineData("_posts/2022-01-09-a  b & c's (1).md", "/2022/01/09/a-b-&-c's-(1).html")]
    [InlineData("_posts/2022-01-09-C++.md", "/2022/01/09/C++.html")]
    [InlineData("_posts/2022-01-09-港口.md", "/2022/01/09/港口.html")]
    [InlineData("_posts/2022-01-09-end..md", "/2022/01/09/end.html")]
    public void Names_of_files_keep_case_and_readable_signs(string name, string url) => Assert.Equal(url, UrlSample.Url(Jekyll, name, "title: T"));

    [Theory]
    [InlineData("date", "/news/local/2022/01/09/A_B.html")]
    [InlineData("pretty", "/news/local/2022/01/09/A_B/")]
    [InlineData("ordinal", "/news/local/2022/009/A_B.html")]
    [InlineData("weekdate", "/news/local/2022/W01/Sun/A_B.html")]
    [InlineData("none", "/news/local/A_B.html")]
    [InlineData("/blog/:year/:month/:day/:title", "/blog/2022/01/09/A_B")]
    [InlineData("/:slug/", "/a-b/")]
    [InlineData("/:name/", "/2022-01-09-a-b/")]
    [InlineData("/:path/", "/2022-01-09-A_B/")]
    [InlineData("/:collection/:title:output_ext", "/posts/A_B.html")]
    [InlineData("/:slugified_categories/:title/", "/news/local/A_B/")]
    [InlineData("/:short_year/:i_month/:i_day/:short_month/:long_month/:y_day/", "/22/1/9/Jan/January/009/")]
    [InlineData("/:w_year/:week/:w_day/:short_day/:long_day/:title/", "/2022/01/7/Sun/Sunday/A_B/")]
    [InlineData("/:hour:minute:second/:title/", "/080503/A_B/")]
    [InlineData("/:year_:month/:title/", "/2022_01/A_B/")]
    public void Styles_and_patterns_are_filled_in(string pattern, string url) => Assert.Equal(url, UrlSample.Url(
        $"{Jekyll}permalink: {pattern}", "_posts/2022-01-09-A_B.md", "title: T|date: '2022-01-09 08:05:03'|categories: News Local"));

    [Theory]
    [InlineData("date", "/2022/01/09/x.html")]
    [InlineData("pretty", "/2022/01/09/x/")]
    public void Without_a_category_nothing_stands_in(string pattern, string url) =>
        Assert.Equal(url, UrlSample.Url($"{Jekyll}permalink: {pattern}", "_posts/2022-01-09-x.md", "title: T"));

    [Theory]
    [InlineData("slug: My Slug!", "/2022/01/09/My-Slug!.html")]
    [InlineData("category: A b", "/a b/2022/01/09/x.html")]
    [InlineData("categories: [A, b]|category: c", "/a/b/c/2022/01/09/x.html")]
    [InlineData("categories: a,b", "/a,b/2022/01/09/x.html")]
    [InlineData("permalink: /own/:title/", "/own/x/")]
    [InlineData("permalink: /own", "/own")]
    [InlineData("permalink: /a/%E6%B8%AF/", "/a/港/")]
    [InlineData("url: /ignored/", "/2022/01/09/x.html")]
    public void Front_matter_has_its_say(string front, string url) => Assert.Equal(url, UrlSample.Url(Jekyll, "_posts/2022-01-09-x.md", "title: T|" + front));

    [Theory]
    [InlineData("2022-01-09 22:00:00", "/2022/01/10/x.html")]
    [InlineData("'2022-01-09 22:00:00'", "/2022/01/09/x.html")]
    [InlineData("2022-01-09 22:00", "/2022/01/09/x.html")]
    [InlineData("2022-01-09", "/2022/01/09/x.html")]
    [InlineData("2022-01-09 22:00:00 +0800", "/2022/01/09/x.html")]
    [InlineData("2022-01-09 22:00:00 +0000", "/2022/01/10/x.html")]
    public void A_time_without_offset_is_universal_by_YAML(string date, string url) =>
        Assert.Equal(url, UrlSample.Url($"{Jekyll}time_zone: Asia/Shanghai", "_posts/2022-01-01-x.md", $"title: T|date: {date}"));

    [Theory]
    [InlineData("", "about.md", "/about.html")]
    [InlineData("permalink: pretty", "about.md", "/about/")]
    [InlineData("permalink: weekdate", "about.md", "/about")]
    [InlineData("permalink: /:year/:title/", "a/about.md", "/a/about/")]
    [InlineData("permalink: /:year/:title", "about.md", "/about")]
    [InlineData("", "about/index.md", "/about/")]
    [InlineData("", "_pages/about.md", "/about.html")]
    [InlineData("collections: {recipes: {output: true}}", "_recipes/Soup/Pea_1.md", "/recipes/Soup/Pea_1.html")]
    [InlineData("permalink: pretty|collections: {recipes: {output: true}}", "_recipes/pea.md", "/recipes/pea/")]
    [InlineData("collections: {recipes: {output: true, permalink: '/r/:title/'}}", "_recipes/pea.md", "/r/pea/")]
    public void Pages_and_collections_lie_at_their_own_place(string yaml, string name, string url)
    {
        Assert.True(UrlSample.Post(Jekyll + yaml, name, "title: T").IsPage);
        Assert.Equal(url, UrlSample.Url(Jekyll + yaml, name, "title: T"));
    }

    [Theory]
    [InlineData("_posts/template.md", "title: T")]
    [InlineData("_includes/x.html", "title: T")]
    [InlineData("_recipes/pea.md", "title: T")]
    [InlineData("README.md", "")]
    public void Templates_and_files_without_front_matter_are_none(string name, string front)
    {
        var post = UrlSample.Post(Jekyll, name, front);

        Assert.True(post.Draft);
        Assert.Single(post.Notes);
    }

    [Fact]
    public void Categories_stand_side_by_side_and_words_are_categories()
    {
        Assert.Equal([["a"], ["b"]], UrlSample.Post(Jekyll, "_posts/2022-01-09-x.md", "categories: a b").Categories);
        Assert.Equal([["x"], ["a"]], UrlSample.Post(Jekyll, "x/_posts/2022-01-09-x.md", "categories: [a]").Categories);
        Assert.Equal(["one", "two"], UrlSample.Post(Jekyll, "_posts/2022-01-09-x.md", "tags: one two").Tags);
        Assert.Equal(["one two", "three"], UrlSample.Post(Jekyll, "_posts/2022-01-09-x.md", "tags: one two, three").Tags);
    }
}
