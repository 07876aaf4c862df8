using System.Text.Json;
using System.Xml.Linq;
using Blobpress.Site.Feeds;
using Blobpress.Site.Html;
using Blobpress.Site.Listings;
using Blobpress.Site.Tests.Themes;

namespace Blobpress.Site.Tests.Feeds;

public class FeedTests
{
    private const string Body = """
        <p><a href="#top">Up</a> <a href="/about/">about</a> <a href="mailto:a@example.org">mail</a></p>
        <img src="pic,1.jpg" srcset="/images/a-320.jpg 320w, /images/a-640.jpg 640w" alt="Quay">
        """;

    private static readonly XNamespace Ns = "http://www.w3.org/2005/Atom";

    private static readonly Feed Site = new(
        Samples.All,
        [new(Samples.Plain with { Title = "Bell \u0007& \ud800<b> 😀", Excerpt = "1 < 2" }, null), new(Samples.Rich, Body)]);

    [Fact]
    public void Atom_has_what_the_standard_asks_for()
    {
        var feed = XDocument.Parse(Atom.Render(Samples.Site, Site)).Root!;

        Assert.Equal("https://notes.example/", feed.Element(Ns + "id")!.Value);
        Assert.Equal("2022-02-01T23:57:28+08:00", feed.Element(Ns + "updated")!.Value);
        Assert.Equal("https://notes.example/atom.xml", Link(feed, "self"));
        Assert.Equal("en", feed.Attribute(XNamespace.Xml + "lang")!.Value);

        var (plain, rich) = (feed.Elements(Ns + "entry").First(), feed.Elements(Ns + "entry").Last());
        Assert.Equal("https://notes.example/2022/01/29/night/", plain.Element(Ns + "id")!.Value);
        Assert.Equal("Bell & <b> 😀", plain.Element(Ns + "title")!.Value);
        Assert.Equal("1 < 2", plain.Element(Ns + "summary")!.Value);
        Assert.Equal("Ada", plain.Element(Ns + "author")!.Element(Ns + "name")!.Value);
        Assert.Null(plain.Element(Ns + "content"));
        Assert.Equal("https://notes.example/authors/grace/", rich.Element(Ns + "author")!.Element(Ns + "uri")!.Value);
        Assert.Equal(["news / local", "sea", "港口"], rich.Elements(Ns + "category").Select(category => category.Attribute("term")!.Value));
    }

    [Fact]
    public void Urls_inside_the_content_are_absolute()
    {
        var content = XDocument.Parse(Atom.Render(Samples.Site, Site)).Descendants(Ns + "content").Single().Value;

        Assert.Contains("href=\"https://notes.example/2022/01/28/harbour/#top\"", content, StringComparison.Ordinal);
        Assert.Contains("href=\"https://notes.example/about/\"", content, StringComparison.Ordinal);
        Assert.Contains("href=\"mailto:a@example.org\"", content, StringComparison.Ordinal);
        Assert.Contains("src=\"https://notes.example/2022/01/28/harbour/pic,1.jpg\"", content, StringComparison.Ordinal);
        Assert.Contains(
            "srcset=\"https://notes.example/images/a-320.jpg 320w, https://notes.example/images/a-640.jpg 640w\"", content, StringComparison.Ordinal);
    }

    [Fact]
    public void Rss_follows_the_best_practices()
    {
        var channel = XDocument.Parse(Rss.Render(Samples.Site, Site)).Root!.Element("channel")!;

        Assert.Equal("Tue, 01 Feb 2022 15:57:28 GMT", channel.Element("lastBuildDate")!.Value);
        Assert.Equal("https://notes.example/rss.xml", channel.Element(Ns + "link")!.Attribute("href")!.Value);
        var (plain, rich) = (channel.Elements("item").First(), channel.Elements("item").Last());
        Assert.Equal("1 &lt; 2", plain.Element("description")!.Value);
        Assert.Equal("true", plain.Element("guid")!.Attribute("isPermaLink")!.Value);
        Assert.Equal("Sat, 29 Jan 2022 15:57:28 GMT", plain.Element("pubDate")!.Value);
        Assert.Equal("Grace", rich.Element(XName.Get("creator", "http://purl.org/dc/elements/1.1/"))!.Value);
        Assert.Contains("alt=\"Quay\"", rich.Element(XName.Get("encoded", "http://purl.org/rss/1.0/modules/content/"))!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_feed_has_text_or_html_for_each_entry()
    {
        var feed = JsonDocument.Parse(JsonFeed.Render(Samples.Site, Site)).RootElement;

        Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
        Assert.Equal("https://notes.example/feed.json", feed.GetProperty("feed_url").GetString());
        var (plain, rich) = (feed.GetProperty("items")[0], feed.GetProperty("items")[1]);
        Assert.Equal("1 < 2", plain.GetProperty("content_text").GetString());
        Assert.Equal("Bell & <b> 😀", plain.GetProperty("title").GetString());
        Assert.Contains("https://notes.example/about/", rich.GetProperty("content_html").GetString(), StringComparison.Ordinal);
        Assert.Equal("https://notes.example/images/01/0123456789abcdef0123456789abcdef-1280.jpg", rich.GetProperty("image").GetString());
        Assert.Equal("2022-01-28T23:57:28+08:00", rich.GetProperty("date_published").GetString());
    }

    [Fact]
    public void Feed_of_a_list_bears_its_name_and_lies_beside_it()
    {
        var list = new ListHeading(ListKind.Tag, "港口", "/tags/%E6%B8%AF%E5%8F%A3/", [], Feeds: true);

        var feed = XDocument.Parse(Atom.Render(Samples.Site, new(list, []))).Root!;

        Assert.Equal("港口 – Harbour Notes", feed.Element(Ns + "title")!.Value);
        Assert.Equal("https://notes.example/tags/%E6%B8%AF%E5%8F%A3/atom.xml", Link(feed, "self"));
        Assert.Equal("1970-01-01T00:00:00+00:00", feed.Element(Ns + "updated")!.Value);
    }

    private static string Link(XElement feed, string relation) =>
        feed.Elements(Ns + "link").Single(link => link.Attribute("rel")!.Value == relation).Attribute("href")!.Value;
}
