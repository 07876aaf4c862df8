namespace Blobpress.Site.Tests.Urls;

public class HexoUrlTests
{
    [Theory]
    [InlineData("a-post.md", "/2022/01/09/a-post/")]
    [InlineData("_posts/a-post.md", "/2022/01/09/a-post/")]
    [InlineData("source/_posts/a-post.md", "/2022/01/09/a-post/")]
    [InlineData("source/_posts/Travel/My_Post.v1.0.md", "/2022/01/09/Travel/My_Post.v1.0/")]
    [InlineData("2022-01-09-dated.md", "/2022/01/09/dated/")]
    [InlineData("Diary/2022-01-09.md", "/2022/01/09/Diary/2022-01-09/")]
    [InlineData("用 nvm 安装 node.md", "/2022/01/09/用 nvm 安装 node/")]
    [InlineData("C.md", "/2022/01/09/C/")]
    [InlineData("C++.md", "/2022/01/09/C++/")]
    [InlineData("C#.md", "/2022/01/09/C#/")]
    [InlineData("100%?.md", "/2022/01/09/100%?/")]
    [InlineData("un\u200Bseen.md", "/2022/01/09/unseen/")]
    [InlineData("aux.md", "/2022/01/09/aux-321f6814/")]
    [InlineData("to be continued....md", "/2022/01/09/to be continued/")]
    public void The_title_is_the_files_place_as_it_is_written(string name, string url) => Assert.Equal(url, UrlSample.Url("", name));

    [Theory]
    [InlineData(":title.html", "/Travel/A_B.html")]
    [InlineData("posts/:name", "/posts/A_B")]
    [InlineData("/:year-:i_month-:i_day/:name/", "/2022-1-9/A_B/")]
    [InlineData(":year_:month:day/:hour:minute:second/", "/2022_0109/080503/")]
    [InlineData(":post_title/", "/a-title-2-d-uber/")]
    [InlineData(":category/:name/", "/news/Local-Things/A_B/")]
    [InlineData(":timestamp/", "/1641715503/")]
    [InlineData(":abbrlink.html", "/2c81.html")]
    [InlineData(":id/", "/17/")]
    [InlineData("p/:urlname/", "/p/short/")]
    [InlineData(":lang/:name/", "/de/A_B/")]
    public void Patterns_are_filled_in(string pattern, string url) => Assert.Equal(url, UrlSample.Url(
        $"permalink: {pattern}", "_posts/Travel/A_B.md",
        "title: 'A Title 2: d’Über'|date: 2022-01-09 08:05:03|categories: [news, Local Things]|abbrlink: 2c81|id: 17|urlname: short|lang: de".Replace('’', '\'').Replace("d'", "d''", StringComparison.Ordinal)));

    // SHA-1 of the title and the seconds since 1970, as sha1sum has it.
    [Fact]
    public void The_hash_is_of_title_and_date() => Assert.Equal("/" + Sha1("a-post1641715503")[..12] + "/", UrlSample.Url("permalink: :hash/", "a-post.md"));

    [Theory]
    [InlineData("permalink: :category/:title/", "/uncategorized/a-post/")]
    [InlineData("permalink: :category/:title/|default_category: misc", "/misc/a-post/")]
    [InlineData("permalink: :lang/:title/|permalink_defaults: {lang: en}", "/en/a-post/")]
    [InlineData("permalink: :year/:title|post_asset_folder: true", "/2022/a-post/")]
    [InlineData("permalink: :title.html|post_asset_folder: true", "/a-post.html")]
    [InlineData("permalink: :title.html|pretty_urls: {trailing_html: false, trailing_index: false}", "/a-post")]
    [InlineData("permalink: :title/index.html|pretty_urls: {trailing_html: false}", "/a-post/")]
    [InlineData("permalink: '//:year//:title/'", "/2022/a-post/")]
    public void Settings_of_its_own_are_known(string yaml, string url) => Assert.Equal(url, UrlSample.Url(yaml, "a-post.md"));

    [Theory]
    [InlineData(0, "/Web-Dev/Ext-JS/x/")]
    [InlineData(1, "/web-dev/ext-js/x/")]
    [InlineData(2, "/WEB-DEV/EXT-JS/x/")]
    public void Categories_are_slugs_by_case_and_map(int filenameCase, string url) => Assert.Equal(url, UrlSample.Url(
        $"permalink: :category/:title/|filename_case: {filenameCase}|category_map: {{前端: Web Dev}}", "x.md", "title: X|date: 2022-01-09|categories: [前端, Ext JS]"));

    [Theory]
    [InlineData(":year-:month-:day-:title.md", "2021-05-06-x.md", "/2021/05/06/x/")]
    [InlineData(":year/:month/:title.md", "2021/05/x.md", "/2022/01/09/x/")]
    [InlineData(":year-:month-:day-:title.md", "Some Folder/x.v1.md", "/2022/01/09/Some-Folder-x-v1/")]
    [InlineData(":title.md", "2021-05-06-x.md", "/2022/01/09/2021-05-06-x/")]
    [InlineData(":lang/:title.md", "en/x.md", "/2022/01/09/x/")]
    public void The_names_of_files_are_read_as_they_are_made(string pattern, string name, string url) =>
        Assert.Equal(url, UrlSample.Url($"new_post_name: '{pattern}'", name, name.StartsWith("2021-05-06-x", StringComparison.Ordinal) && pattern[1] == 'y' ? "title: X" : "title: X|date: 2022-01-09"));

    [Fact]
    public void Parts_of_a_name_stand_in_patterns() =>
        Assert.Equal("/en/x/", UrlSample.Url("permalink: :lang/:title/|new_post_name: ':lang/:title.md'", "en/x.md"));

    [Theory]
    [InlineData("2014-12-13 03:14:00+08:00", "/2014/12/12/x/")]
    [InlineData("2014-12-13 03:14:00", "/2014/12/13/x/")]
    [InlineData("2014-12-13", "/2014/12/13/x/")]
    public void Dates_are_the_sites_and_with_an_offset_universal(string date, string url) =>
        Assert.Equal(url, UrlSample.Url("time_zone: Asia/Shanghai", "x.md", $"title: X|date: {date}"));

    [Fact]
    public void Dates_are_shown_on_the_clock_of_the_machine_that_Hexo_ran_on() =>
        Assert.Equal("/2021/02/09/x/", UrlSample.Url("time_zone: America/New_York|build_time_zone: UTC", "x.md", "title: X|date: 2021-02-08 22:39:53"));

    [Theory]
    [InlineData("about", "/about")]
    [InlineData("/about/", "/about/")]
    [InlineData("a/b.html", "/a/b.html")]
    [InlineData("/archives/hello/", "/archives/hello/")]
    public void A_permalink_of_its_own_is_taken_as_it_is(string permalink, string url) =>
        Assert.Equal(url, UrlSample.Url("", "x.md", $"title: X|date: 2022-01-09|permalink: {permalink}"));

    [Theory]
    [InlineData("source/about/index.md", "", "/about/")]
    [InlineData("source/about.md", "", "/about.html")]
    [InlineData("source/a/b.md", "", "/a/b.html")]
    [InlineData("about/index.md", "title: About", "/about/")]
    [InlineData("about/index.md", "title: About|date: 2020-01-01", "/about/")]
    [InlineData("links.md", "layout: links", "/links.html")]
    [InlineData("pages/me.md", "title: Me", "/pages/me.html")]
    [InlineData("_pages/me.md", "title: Me", "/me.html")]
    [InlineData("source/x.md", "permalink: a/b", "/a/b.html")]
    [InlineData("source/x.md", "permalink: a/b/", "/a/b/")]
    public void Pages_lie_at_their_own_place(string name, string front, string url)
    {
        Assert.True(UrlSample.Post("", name, front).IsPage);
        Assert.Equal(url, UrlSample.Url("", name, front));
    }

    [Theory]
    [InlineData("trips/index.md", "title: A|date: 2022-01-09|tags: [a]")]
    [InlineData("_posts/about/index.md", "layout: about")]
    [InlineData("x.md", "title: A")]
    [InlineData("x.md", "layout: quote")]
    public void What_lies_among_posts_or_has_terms_is_a_post(string name, string front) => Assert.False(UrlSample.Post("", name, front).IsPage);

    [Fact]
    public void With_the_source_folder_named_all_else_is_a_page()
    {
        Assert.True(UrlSample.Post("source_dir: .", "x.md", "title: A").IsPage);
        Assert.True(UrlSample.Post("source_dir: src", "src/x.md", "title: A").IsPage);
        Assert.False(UrlSample.Post("source_dir: src", "src/_posts/x.md", "title: A").IsPage);
    }

    [Theory]
    [InlineData("source/_data/x.md")]
    [InlineData("source/_posts/_x.md")]
    public void Hidden_files_are_no_posts(string name)
    {
        var post = UrlSample.Post("", name, "title: A");

        Assert.True(post.Draft);
        Assert.Contains("Hexo makes no page", Assert.Single(post.Notes).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_Hexo_does_not_read_is_passed_over_with_a_note()
    {
        var post = UrlSample.Post("", "x.md", "title: X|date: 2022-01-09|slug: y|url: https://elsewhere.example/1");

        Assert.Equal("/2022/01/09/x/", UrlSample.Url("", "x.md", "title: X|date: 2022-01-09|slug: y|url: https://elsewhere.example/1"));
        Assert.Equal(2, post.Notes.Count);
    }

    private static string Sha1(string text)
    {
#pragma warning disable CA5350 // As Hexo has it.
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA1.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
    }
}
