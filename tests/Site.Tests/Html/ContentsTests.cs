using AngleSharp.Html.Parser;
using Blobpress.Site.Html.Themes;
using Blobpress.Site.Images;
using Blobpress.Site.Listings;
using Blobpress.Site.Posts;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Tests.Html;

/// <summary>Tables of contents, and the links beside headings.</summary>
public class ContentsTests
{
    private const string Text = "Lead.\n\n{0}\n\n## One & `two`\n\na\n\n### 细节 $x_1$\n\nb\n\n##### Small\n\n## One & `two`\n\nc\n";

    [Theory]
    [InlineData("[toc]")]
    [InlineData("[TOC]")]
    [InlineData("[[toc]]")]
    [InlineData("* TOC\n{:toc}")]
    [InlineData("1. TOC\n{:toc .x}")]
    [InlineData("<!-- toc -->")]
    [InlineData("@[toc](目录)")]
    [InlineData("${toc}")]
    public void A_mark_shows_them_in_its_place(string mark)
    {
        var html = Page(Example.Post(Text.Replace("{0}", mark, StringComparison.Ordinal)));
        Assert.Matches("^<p>Lead.</p>\\s*<details class=\"toc\">", html);
        Assert.DoesNotContain("toc]", html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(
            "<ol><li><a href=\"#One-two\">One &amp; two</a><ol><li><a href=\"#细节-x₁\">细节 x₁</a></li></ol></li><li><a href=\"#One-two-1\">One &amp; two</a></li></ol>",
            new HtmlParser().ParseDocument(html).QuerySelector(".toc nav")!.InnerHtml);
    }

    [Theory]
    [InlineData(null, false, false)]
    [InlineData(true, false, true)]
    [InlineData(null, true, true)]
    [InlineData(false, true, false)]
    public void The_post_decides_and_else_the_site(bool? post, bool site, bool shown) => Assert.Equal(
        shown, Page(Example.Post(Text.Replace("{0}", "", StringComparison.Ordinal)) with { Contents = post }, new SiteSettings { Contents = site }).Contains("<details class=\"toc\">", StringComparison.Ordinal));

    [Theory]
    [InlineData("toc: true", true)]
    [InlineData("toc: false", false)]
    [InlineData("toc: { enable: true }", true)]
    [InlineData("toc: { number: false }", null)]
    public void Front_matter_says_so(string line, bool? expected)
    {
        var parsed = PostParser.Parse("a.md", System.Text.Encoding.UTF8.GetBytes($"---\ntitle: A\n{line}\n---\nx"), DateTimeOffset.UnixEpoch, new SiteSettings());
        Assert.Equal(expected, Assert.IsType<ParseResult.Parsed>(parsed).Post.Contents);
    }

    [Theory]
    [InlineData("[toc]\n\nNo headings.")]
    [InlineData("[toc]\n\n## One")]
    [InlineData("<!-- toc -->\n- [One](#one)\n<!-- tocstop -->\n\n## One\n\n## Two")]
    public void There_are_none_where_they_say_nothing(string body) => Assert.DoesNotContain("class=\"toc\"", Page(Example.Post(body)), StringComparison.Ordinal);

    [Fact]
    public void Levels_that_are_skipped_nest_all_the_same()
    {
        var page = new HtmlParser().ParseDocument(Page(Example.Post("[toc]\n\n#### A\n\n## B\n\n#### C\n\n### D\n\n## E")));
        Assert.Equal(["A", "B", "C", "D", "E"], page.QuerySelectorAll(".toc a").Select(link => link.TextContent));
        Assert.All(page.QuerySelectorAll(".toc ol > *"), item => Assert.Equal("LI", item.TagName));
    }

    [Fact]
    public void A_link_beside_each_heading_leads_to_it_and_its_name_breaks_nothing()
    {
        var page = new HtmlParser().ParseDocument(Page(Example.Post("## A \"b\" <i>c</i> &lt;d>\n\n## 100% sure {#a b}")));
        var links = page.QuerySelectorAll("a.anchor");
        Assert.Equal(["Link to: A \"b\" c <d>", "Link to: 100% sure {#a b}"], links.Select(link => link.GetAttribute("aria-label")));
        Assert.Equal(["#A-b-c-d", "#100-sure-a-b"], links.Select(link => link.GetAttribute("href")));
    }

    private static string Page(Post post, SiteSettings? settings = null)
    {
        var site = settings ?? new SiteSettings();
        var article = Example.Draft(post, site).Render(new Dictionary<string, ImageOutcome>());
        var page = Theme.Default.Post(site, new(new() { Summary = new PostSummary { Name = post.Name, Url = "/x/", Title = "X", Date = post.Date, Excerpt = "" }, Html = article.Html }, null, null));
        return new HtmlParser().ParseDocument(page).QuerySelector(".prose")!.InnerHtml.Trim();
    }
}
