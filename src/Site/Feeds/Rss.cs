using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Blobpress.Site.Settings;
using Blobpress.Site.Urls;

namespace Blobpress.Site.Feeds;

/// <summary>RSS 2.0 with content:encoded and dc:creator, by the RSS Advisory Board's best practices.</summary>
public static class Rss
{
    /// <summary>The name of the file beside the list's front page.</summary>
    public const string File = "rss.xml";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";

    /// <summary>The feed; a post's permalink is its guid.</summary>
    public static string Render(SiteSettings settings, Feed feed)
    {
        var channel = FeedChannel.Of(settings, feed, File);
        var self = new XElement(
            Atom + "link", new XAttribute("rel", "self"), new XAttribute("type", "application/rss+xml"), new XAttribute("href", channel.SelfUrl));
        return XmlText.Write(new XElement(
            "rss",
            new XAttribute("version", "2.0"),
            new XAttribute(XNamespace.Xmlns + "atom", Atom),
            new XAttribute(XNamespace.Xmlns + "content", Content),
            new XAttribute(XNamespace.Xmlns + "dc", Dc),
            new XElement(
                "channel",
                XmlText.Element("title", channel.Title),
                new XElement("link", channel.HomeUrl),
                XmlText.Element("description", channel.Description),
                new XElement("language", settings.Language),
                new XElement("lastBuildDate", Time(channel.Updated)),
                self,
                feed.Entries.Select(entry => Item(settings, entry)))));
    }

    private static XElement Item(SiteSettings settings, FeedEntry entry)
    {
        var post = entry.Summary;
        var url = AbsoluteUrl.Of(settings, post.Url);
        return new(
            "item",
            XmlText.Element("title", post.Title),
            new XElement("link", url),
            new XElement("guid", new XAttribute("isPermaLink", "true"), url),
            new XElement("pubDate", Time(post.Date)),
            FeedChannel.Authors(settings, post).Select(author => XmlText.Element(Dc + "creator", author.Name)),
            post.Categories.Concat(post.Tags).Select(term => XmlText.Element("category", term.Title)),
            // A description is HTML: the excerpt's own < and & are encoded once more.
            post.Excerpt.Length == 0 ? null : XmlText.Element("description", WebUtility.HtmlEncode(post.Excerpt)),
            entry.Html is null ? null : XmlText.Element(Content + "encoded", AbsoluteHtml.Render(settings, entry.Html, post.Url)));
    }

    // RFC 822 with a four-digit year; GMT.
    private static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("r", CultureInfo.InvariantCulture);
}
