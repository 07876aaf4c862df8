using System.Text;
using Blobpress.Site.Posts;

namespace Blobpress.Site.Tests.Posts;

public class PostParserTests
{
    [Fact]
    public void A_post_says_all_there_is_to_know()
    {
        var post = Sample.Post(
            """
            ---
            title: The harbour
            date: 2022-01-29 23:57:28
            updated: 2022-02-01
            expires: 2030-01-01 00:00:00 +0000
            categories: [Travel, Denmark]
            tags: [sea, Sea, ships]
            author: {name: Ada}
            cover: /images/harbour.jpg
            description: A walk
              along the water.
            comments: off
            sticky: 3
            lang: zh_CN
            slug: The Harbour!
            abbrlink: 2c81
            redirect_from: [/old/, /older.html]
            ---
            Text.
            """,
            settings: Sample.Shanghai);

        Assert.Equal(new DateTimeOffset(2022, 1, 29, 23, 57, 28, TimeSpan.FromHours(8)), post.Date);
        Assert.Equal(new DateTimeOffset(2022, 2, 1, 0, 0, 0, TimeSpan.FromHours(8)), post.Updated);
        Assert.Equal(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero), post.Expires);
        Assert.Equal([["Travel", "Denmark"]], post.Categories);
        Assert.Equal(["sea", "ships"], post.Tags);
        Assert.Equal(["Ada"], post.Authors);
        Assert.Equal(("/images/harbour.jpg", "A walk along the water."), (post.Cover, post.Description));
        Assert.Equal((false, 3, "zh-CN", false), (post.Comments, post.Sticky, post.Language, post.Draft));
        Assert.Equal(("The Harbour!", "2c81"), (post.Slug, post.Abbrlink));
        Assert.Equal(["/old/", "/older.html"], post.Aliases);
        Assert.Equal((BodyFormat.Markdown, 19), (post.Body.Format, post.Body.FirstLine));
        Assert.Empty(post.Notes);
    }

    [Fact]
    public void Toml_says_the_same()
    {
        var post = Sample.Post("+++\ntitle = 'A'\ndate = 2017-02-14T09:29:00Z\ntags = ['b', 'c']\ndraft = true\n[cover]\nimage = 'c.png'\n+++\nText\n");

        Assert.Equal(new DateTimeOffset(2017, 2, 14, 9, 29, 0, TimeSpan.Zero), post.Date);
        Assert.Equal(["b", "c"], post.Tags);
        Assert.Equal((true, "c.png", 9), (post.Draft, post.Cover, post.Body.FirstLine));
    }

    [Theory]
    [InlineData("title:\n", "Text\n\n## The *first* [heading](/x) ##\n", "The first heading")]
    [InlineData("title: ''\n", "A setext heading\n===\n", "A setext heading")]
    [InlineData("", "```\n# no heading\n```\n\n# A heading\n", "A heading")]
    [InlineData("", "<h1>An <em>HTML</em> heading &amp; more</h1>\n\nText\n", "An HTML heading & more")]
    [InlineData("", "Just text\n", "my-file")]
    public void Without_a_title_the_first_heading_or_the_file_names_the_post(string front, string body, string title) =>
        Assert.Equal(title, Sample.Post($"---\n{front}---\n{body}", "folder/2022-01-29-my-file.md").Title);

    [Theory]
    [InlineData("2022-01-29-x.md", 2022)]
    [InlineData("2022-1-9-x.markdown", 2022)]
    [InlineData("2022-13-45-x.md", 2024)]
    [InlineData("x.md", 2024)]
    public void The_file_name_may_give_the_date(string name, int year)
    {
        var post = Sample.Post("---\ntitle: A title\n---\nText", name);

        Assert.Equal((year, year == 2024), (post.Date.Year, post.IsUndated));
    }

    [Theory]
    [InlineData("date: 2018-02-31", 2022, 1)]
    [InlineData("date: some day", 2022, 1)]
    [InlineData("date: 2023-01-29 18:30:22 2023 -0800", 2022, 1)]
    [InlineData("date: 2018-02-31\ncreated: 2020-01-01", 2020, 1)]
    [InlineData("date: 2020-01-01\nupdated: 2019-01-05 2155:23", 2020, 1)]
    [InlineData("date: 2020-01-01\nupdated: false", 2020, 0)]
    public void A_broken_date_is_passed_over_with_a_note(string front, int year, int notes)
    {
        var post = Sample.Post($"---\n{front}\n---\nText", "2022-01-29-x.md");

        Assert.Equal((year, notes), (post.Date.Year, post.Notes.Count));
        Assert.Null(post.Updated);
    }

    [Fact]
    public void A_post_with_a_password_is_rejected_with_the_reason()
    {
        var reason = Sample.Rejection("---\ntitle: A\npassword: hello\n---\nText");

        Assert.Equal((3, 1), (reason.Line, reason.Column));
        Assert.StartsWith("A post with a password", reason.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("categories: a b", new[] { "a b" })]
    [InlineData("categories: [a, b]", new[] { "a/b" })]
    [InlineData("categories:\n - a\n - 2022", new[] { "a/2022" })]
    [InlineData("categories:\n - [a, b]\n - [a, c]\n - d", new[] { "a/b", "a/c", "d" })]
    [InlineData("categories:\n - - NAS", new[] { "NAS" })]
    [InlineData("category: a", new[] { "a" })]
    [InlineData("categories:\n", new string[0])]
    [InlineData("categories: []\ncategory: a", new[] { "a" })]
    public void Categories_are_paths_as_in_Hexo(string front, string[] paths) =>
        Assert.Equal(paths, Sample.WithFront(front).Categories.Select(path => string.Join('/', path)));

    [Theory]
    [InlineData("tags: iOS,动画，绘图", new[] { "iOS", "动画", "绘图" })]
    [InlineData("tag: [a]", new[] { "a" })]
    [InlineData("tags: []\nkeywords: Qt, Qt Creator", new[] { "Qt", "Qt Creator" })]
    [InlineData("tags: [C#, C++, '#c']", new[] { "C#", "C++", "c" })]
    [InlineData("tags: [.NET, NET, net, Node.js, A*, A, -1, '1']", new[] { ".NET", "NET", "Node.js", "A*", "A", "-1", "1" })]
    public void Tags_come_as_list_or_text(string front, string[] tags) => Assert.Equal(tags, Sample.WithFront(front).Tags);

    [Theory]
    [InlineData("draft: true", true)]
    [InlineData("draft: 'false'", false)]
    [InlineData("published: false", true)]
    [InlineData("_build: {render: never}", true)]
    [InlineData("draft: maybe", false)]
    public void Drafts_are_known(string front, bool draft) => Assert.Equal(draft, Sample.WithFront(front).Draft);

    [Fact]
    public void A_post_among_drafts_is_one() => Assert.True(Sample.Post("Text", "_drafts/x.md").Draft);

    [Theory]
    [InlineData("sticky: 100", 100)]
    [InlineData("top: true", 1)]
    [InlineData("top: false", 0)]
    [InlineData("sticky: often", 0)]
    public void Sticky_is_a_number(string front, int sticky) => Assert.Equal(sticky, Sample.WithFront(front).Sticky);

    [Fact]
    public void The_sites_author_signs_where_no_other_does() =>
        Assert.Equal(["Site"], Sample.WithFront("title: A", Sample.Shanghai with { Author = "Site" }).Authors);

    [Theory]
    [InlineData("layout: false")]
    [InlineData("lang: no language at all")]
    [InlineData("draft: maybe")]
    [InlineData("title: {a: {b: c}}")]
    [InlineData("aliases: [/../x]")]
    public void What_means_nothing_is_noted(string front) => Assert.Equal(2, Assert.Single(Sample.WithFront(front).Notes).Line);

    // CommonMark 2.3.
    [Fact]
    public void A_single_nul_is_shown_as_a_replacement_character()
    {
        var post = Assert.IsType<ParseResult.Parsed>(PostParser.Parse("a.md", "a\nb\0c"u8.ToArray(), Sample.Uploaded, new())).Post;

        Assert.Equal("a\nb\uFFFDc", post.Body.Text);
        Assert.Equal((2, 2), (post.Notes[0].Line, post.Notes[0].Column));
    }

    [Theory]
    [InlineData(new byte[] { }, 1, 1)]
    [InlineData(new byte[] { 32, 10, 10 }, 1, 1)]
    [InlineData(new byte[] { 97, 0, 10, 98, 0, 99, 0 }, 1, 2)]
    [InlineData(new byte[] { 97, 13, 10, 0xE6, 0xB8, 0xAF, 0xC4, 0xE3 }, 2, 2)]
    [InlineData(new byte[] { 0xFF, 0xFE, 97, 0, 0, 0xD8, 98, 0 }, 1, 2)]
    public void Bytes_that_are_no_text_are_rejected(byte[] bytes, int line, int column)
    {
        var result = PostParser.Parse("a.md", bytes, Sample.Uploaded, new());

        var reason = Assert.Single(Assert.IsType<ParseResult.Rejected>(result).Reasons);
        Assert.Equal((line, column), (reason.Line, reason.Column));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Utf16_with_a_mark_is_read(bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, true);
        byte[] bytes = [.. encoding.Preamble, .. encoding.GetBytes("---\r\ntitle: 港口\r\n---\r\nText")];

        Assert.Equal("港口", Assert.IsType<ParseResult.Parsed>(PostParser.Parse("a.md", bytes, Sample.Uploaded, new())).Post.Title);
    }

    [Fact]
    public void A_huge_file_is_rejected() =>
        Assert.IsType<ParseResult.Rejected>(PostParser.Parse("a.md", new byte[PostParser.MaxBytes + 1], Sample.Uploaded, new()));

    [Theory]
    [InlineData("")]
    [InlineData("a\nb.md")]
    public void Unfit_names_are_rejected(string name) => Assert.IsType<ParseResult.Rejected>(Sample.Parse("Text", name));

    [Fact]
    public void Overlong_names_are_rejected() => Assert.IsType<ParseResult.Rejected>(Sample.Parse("Text", new string('x', 401)));
}
