using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Blobpress.Site.Html;
using Blobpress.Site.Html.Themes;
using Blobpress.Site.Listings;

namespace Blobpress.Site.Tests.Themes;

public class ListPageTests
{
    [Fact]
    public void Home_leads_with_what_is_pinned()
    {
        var page = Parse(Theme.Default.Front(
            Samples.Site, Samples.Home(Samples.Plain) with { Sticky = [Samples.Rich with { Sticky = 1 }] }));

        Assert.Equal("Harbour Notes", page.Title);
        Assert.Equal("Harbour Notes", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["The harbour", "Night boat"], page.QuerySelectorAll("article h2").Select(title => title.TextContent));
        Assert.Equal("Pinned", page.QuerySelector("article .pin")!.TextContent);
        Assert.Equal("/archives/", page.QuerySelector(".more a")!.GetAttribute("href"));
    }

    [Fact]
    public void First_picture_is_loaded_at_once_and_the_rest_when_they_are_near()
    {
        var page = Parse(Theme.Default.Front(Samples.Site, Samples.Home(Samples.Rich, Samples.Plain, Samples.Rich)));

        Assert.Equal([null, "lazy"], page.QuerySelectorAll("article img").Select(image => image.GetAttribute("loading")));
        Assert.Equal([true, false, true], page.QuerySelectorAll("article").Select(card => card.ClassList.Contains("pictured")));
    }

    [Fact]
    public void Category_shows_the_way_up_and_down_and_its_own_feeds()
    {
        var list = new ListHeading(ListKind.Category, "local", "/categories/news/local/", [new("news", "/categories/news/")], Feeds: true);

        var page = Parse(Theme.Default.Front(
            Samples.Site, new(list, [], [Samples.Plain], "/categories/news/local/archives/", [new("east", "/categories/news/local/east/")], null)));

        Assert.Equal("local – Harbour Notes", page.Title);
        Assert.Equal("/categories/news/", page.QuerySelector(".crumbs a")!.GetAttribute("href"));
        Assert.Equal("east", page.QuerySelector(".chips a")!.TextContent);
        Assert.Equal(
            ["/categories/news/local/atom.xml", "/atom.xml"],
            page.QuerySelectorAll("link[type='application/atom+xml']").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void Archive_groups_its_entries_by_year()
    {
        PostLink[] posts = [new("B", "/b/", Samples.Day), new("A", "/a/", Samples.Day.AddYears(-1))];

        var page = Parse(Theme.Default.Archive(Samples.Site, new(Samples.All, "", "/archives/", [], [], posts)));

        Assert.Equal(["2022", "2021"], page.QuerySelectorAll("h2").Select(year => year.TextContent));
        Assert.Equal(["Jan 29", "Jan 29"], page.QuerySelectorAll("main time").Select(time => time.TextContent));
        Assert.Equal("page", page.QuerySelector("nav a[href='/archives/']")!.GetAttribute("aria-current"));
    }

    [Theory]
    [InlineData("en", "2022-01", "January 2022")]
    [InlineData("zh-CN", "2022", "2022年")]
    [InlineData("zh-CN", "2022-01-29", "2022年1月29日")]
    [InlineData("ko", "2022-01-29", "2022년 1월 29일")]
    [InlineData("fr", "2022-01", "2022-01")]
    [InlineData("en", "2022-01-29-13", "January 29, 2022 13")]
    public void Archive_names_its_period_in_the_sites_language(string language, string period, string title)
    {
        var page = Parse(Theme.Default.Archive(
            Samples.Site with { Language = language }, new(Samples.All, period, "/archives/x/", [new("", "/archives/")], [], [])));

        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public void Terms_link_each_term()
    {
        var page = Parse(Theme.Default.Terms(
            Samples.Site, new(ListKind.Tag, "", "/tags/", [], [], [new("C# & co", "/tags/C%23/"), new("港口", "/tags/x/")])));

        Assert.Equal("Tags", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["C# & co", "港口"], page.QuerySelectorAll(".terms a").Select(link => link.TextContent));
    }

    [Fact]
    public void Not_found_is_kept_out_of_search_and_leads_back()
    {
        var page = Parse(Theme.Default.NotFound(Samples.Site));

        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Null(page.QuerySelector("link[rel=canonical]"));
        Assert.Equal(["/", "/archives/"], page.QuerySelectorAll(".more a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void Redirect_leads_on_by_refresh_link_and_canonical()
    {
        var page = Parse(Theme.Default.Redirect(Samples.Site, "/new/%E6%B8%AF/"));

        Assert.Equal("0; url=/new/%E6%B8%AF/", page.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content"));
        Assert.Equal("https://notes.example/new/%E6%B8%AF/", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("/new/%E6%B8%AF/", page.QuerySelector("main a")!.GetAttribute("href"));
    }

    [Fact]
    public void Menu_is_the_owners_where_there_is_one()
    {
        var settings = Samples.Site with { Menu = [new("About", "/about/"), new("Start", "/")] };

        var page = Parse(Theme.Default.Front(settings, Samples.Home()));

        Assert.Equal(["About", "Start"], page.QuerySelectorAll(".masthead nav a").Select(link => link.TextContent));
        Assert.Equal("Start", page.QuerySelector("[aria-current]")!.TextContent);
    }

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
