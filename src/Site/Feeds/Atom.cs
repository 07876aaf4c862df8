using System.Xml.Linq;
using Blobpress.Site.Settings;
using Blobpress.Site.Urls;

namespace Blobpress.Site.Feeds;

/// <summary>Atom 1.0 (RFC 4287).</summary>
public static class Atom
{
    /// <summary>The name of the file beside the list's front page.</summary>
    public const string File = "atom.xml";

    private static readonly XNamespace Ns = "http://www.w3.org/2005/Atom";

    /// <summary>The feed; identifiers are the posts' permalinks, the feed is as old as its newest entry.</summary>
    public static string Render(SiteSettings settings, Feed feed)
    {
        var channel = FeedChannel.Of(settings, feed, File);
        return XmlText.Write(new XElement(
            Ns + "feed",
            new XAttribute(XNamespace.Xml + "lang", settings.Language),
            XmlText.Element(Ns + "title", channel.Title),
            settings.Description.Length == 0 ? null : XmlText.Element(Ns + "subtitle", settings.Description),
            Link("alternate", channel.HomeUrl, "text/html"),
            Link("self", channel.SelfUrl, "application/atom+xml"),
            new XElement(Ns + "id", channel.HomeUrl),
            Time("updated", channel.Updated),
            feed.Entries.Select(entry => Entry(settings, entry))));
    }

    private static XElement Entry(SiteSettings settings, FeedEntry entry)
    {
        var post = entry.Summary;
        var url = AbsoluteUrl.Of(settings, post.Url);
        return new(
            Ns + "entry",
            post.Language is null ? null : new XAttribute(XNamespace.Xml + "lang", post.Language),
            XmlText.Element(Ns + "title", post.Title),
            Link("alternate", url, "text/html"),
            new XElement(Ns + "id", url),
            Time("published", post.Date),
            Time("updated", FeedChannel.Changed(post)),
            FeedChannel.Authors(settings, post).Select(Author),
            post.Categories.Concat(post.Tags).Select(term => new XElement(Ns + "category", new XAttribute("term", XmlText.Clean(term.Title)))),
            post.Excerpt.Length == 0 ? null : XmlText.Element(Ns + "summary", post.Excerpt),
            Content(settings, entry));
    }

    private static XElement? Content(SiteSettings settings, FeedEntry entry) => entry.Html is null
        ? null
        : new(
            Ns + "content",
            new XAttribute("type", "html"),
            XmlText.Clean(AbsoluteHtml.Render(settings, entry.Html, entry.Summary.Url)));

    private static XElement Author(FeedAuthor author) => new(
        Ns + "author",
        XmlText.Element(Ns + "name", author.Name),
        author.Url is null ? null : new XElement(Ns + "uri", author.Url));

    private static XElement Link(string relation, string url, string type) =>
        new(Ns + "link", new XAttribute("rel", relation), new XAttribute("type", type), new XAttribute("href", url));

    private static XElement Time(string name, DateTimeOffset time) =>
        new(Ns + name, FeedChannel.Time(time));
}
