namespace Blobpress.Site.Tests.Urls;

public class HugoUrlTests
{
    private const string Hugo = "generator: hugo|";

    [Theory]
    [InlineData("content/posts/My_Post.V1.md", "", "/posts/my_post.v1/")]
    [InlineData("posts/a b/c d.md", "", "/posts/a-b/c-d/")]
    [InlineData("content/posts/2022-01-09-x.md", "", "/posts/2022-01-09-x/")]
    [InlineData("content/posts/x/index.md", "", "/posts/x/")]
    [InlineData("content/posts/x/index.md", "slug: y", "/posts/y/")]
    [InlineData("content/posts/C++.md", "", "/posts/c++/")]
    [InlineData("content/posts/C#.md", "", "/posts/c#/")]
    [InlineData("content/posts/x.md", "slug: The Slug!", "/posts/the-slug/")]
    [InlineData("content/posts/x.md", "url: /Some/Where", "/Some/Where/")]
    [InlineData("content/posts/x.md", "url: /a/b.html", "/a/b.html")]
    [InlineData("content/posts/x.md", "url: /v1.0/b", "/v1.0/b")]
    [InlineData("content/posts/x.md", "permalink: /ignored/", "/posts/x/")]
    [InlineData("content/posts/x.md", "url: https://elsewhere.example/1", "/posts/x/")]
    [InlineData("content/posts/_index.md", "", "/posts/")]
    [InlineData("content/about.md", "date: 2020-01-01", "/about/")]
    [InlineData("about/index.md", "", "/about/")]
    [InlineData("content/posts/Über.md", "", "/posts/über/")]
    public void Content_lies_where_its_file_does(string name, string front, string url) => Assert.Equal(url, UrlSample.Url(Hugo, name, "title: T|" + front));

    [Theory]
    [InlineData("uglyurls: true", "/posts/x.html")]
    [InlineData("disablePathToLower: true|permalink: /P/:filename/", "/P/X/")]
    [InlineData("removePathAccents: true|permalink: /:title/", "/d-uber/")]
    [InlineData("permalinks: {posts: '/:year/:month/:slug/'}", "/2022/01/d-über/")]
    [InlineData("permalinks: {notes: '/:year/:month/:slug/'}", "/posts/x/")]
    [InlineData("permalinks: {page: {posts: '/p/:filename/'}, section: {posts: '/q/'}}", "/p/x/")]
    [InlineData("permalink: {posts: '/p/:filename/'}", "/p/x/")]
    [InlineData("permalink: /:section/:contentbasename", "/posts/x/")]
    [InlineData("permalink: '/:yearday-:weekday-:weekdayname-:monthname/:day/:slugorfilename/'", "/9-0-sunday-january/09/x/")]
    [InlineData("permalink: '/:06/:Jan/:2006/:title/'", "/22/jan/2022/d-über/")]
    [InlineData("permalink: '/a\\:b/:filename/'", "/ab/x/")]
    public void Settings_and_patterns_are_known(string yaml, string url) => Assert.Equal(url, UrlSample.Url(
        Hugo + yaml, yaml.Contains("ToLower", StringComparison.Ordinal) ? "content/posts/X.md" : "content/posts/x.md", "title: D' Über|date: 2022-01-09"));

    [Theory]
    [InlineData(":sections", "/a/b/c/x/")]
    [InlineData(":sections[0]", "/a/x/")]
    [InlineData(":sections[1:]", "/b/c/x/")]
    [InlineData(":sections[:last]", "/a/b/x/")]
    [InlineData(":sections[last]", "/c/x/")]
    [InlineData(":sections[1:last]", "/b/x/")]
    [InlineData(":sections[5]", "/x/")]
    [InlineData(":sections[:9]", "/a/b/c/x/")]
    [InlineData(":section", "/a/x/")]
    public void Sections_are_taken_whole_or_in_slices(string name, string url) =>
        Assert.Equal(url, UrlSample.Url($"{Hugo}permalink: '/{name}/:filename/'", "content/a/b/c/x.md"));

    [Theory]
    [InlineData("2005-01-08T23:30:00-05:00", "/2005/01/08/x/")]
    [InlineData("2005-01-08", "/2005/01/08/x/")]
    [InlineData("2005-01-08 23:30:00", "/2005/01/08/x/")]
    public void Dates_are_shown_as_they_are_written(string date, string url) =>
        Assert.Equal(url, UrlSample.Url($"{Hugo}time_zone: Asia/Shanghai|permalink: /:year/:month/:day/:filename/", "posts/x.md", $"title: T|date: {date}"));

    [Theory]
    [InlineData("frontmatter: {date: [':filename', ':default']}", "title: T|date: 2020-02-02", "/2022/01/x/")]
    [InlineData("frontmatter: {date: [date, ':filename']}", "title: T|date: 2020-02-02", "/2020/02/x/")]
    [InlineData("", "title: T|date: 2020-02-02", "/2020/02/2022-01-09-x/")]
    [InlineData("", "title: T", "/2022/01/2022-01-09-x/")]
    public void Dates_are_taken_off_names_where_the_settings_say_so(string yaml, string front, string url) =>
        Assert.Equal(url, UrlSample.Url($"{Hugo}permalink: /:year/:month/:slugorfilename/|{yaml}", "content/posts/2022-01-09-x.md", front));

    [Theory]
    [InlineData("content/posts/x.de.md", "/de/posts/x/")]
    [InlineData("content/posts/x.en.md", "/posts/x/")]
    [InlineData("content/de/posts/x.md", "/de/posts/x/")]
    [InlineData("content/posts/x.fr.md", "/posts/x.fr/")]
    [InlineData("content/posts/x/index.de.md", "/de/posts/x/")]
    public void Languages_have_a_folder_each_but_for_the_first(string name, string url) => Assert.Equal(url, UrlSample.Url(Hugo + "languages: [en, de]", name, "title: T"));

    [Theory]
    [InlineData("content/about.md", "title: T|date: 2020-01-01", true)]
    [InlineData("about.md", "title: T", true)]
    [InlineData("about.md", "title: T|date: 2020-01-01", false)]
    [InlineData("about.md", "", false)]
    [InlineData("content/page/about.md", "title: T", true)]
    [InlineData("content/posts/about.md", "title: T|type: about", true)]
    [InlineData("content/posts/about.md", "title: T", false)]
    [InlineData("content/posts/_index.md", "title: T", true)]
    public void What_lies_in_no_section_is_a_page(string name, string front, bool isPage) => Assert.Equal(isPage, UrlSample.Post(Hugo, name, front).IsPage);

    [Fact]
    public void Without_a_date_a_pattern_of_dates_does_not_hold() =>
        Assert.Equal("/posts/x/", UrlSample.Url(Hugo + "permalink: /:year/:filename/", "content/posts/x.md", "title: T"));

    [Fact]
    public void Categories_stand_side_by_side() =>
        Assert.Equal([["a"], ["b c"]], UrlSample.Post(Hugo, "content/posts/x.md", "categories: [a, b c]").Categories);
}
