using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Blobpress.Site.Html;
using Blobpress.Site.Settings;
using Blobpress.Site.Urls;

namespace Blobpress.Site.Feeds;

/// <summary>JSON Feed 1.1 (jsonfeed.org).</summary>
public static class JsonFeed
{
    /// <summary>The name of the file beside the list's front page.</summary>
    public const string File = "feed.json";

    // The file is never part of an HTML page, so nothing but JSON's own characters needs escaping.
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>The feed; a post's permalink is its id.</summary>
    public static string Render(SiteSettings settings, Feed feed)
    {
        var channel = FeedChannel.Of(settings, feed, File);
        var json = new JsonObject
        {
            ["version"] = "https://jsonfeed.org/version/1.1",
            ["title"] = Text(channel.Title),
            ["home_page_url"] = channel.HomeUrl,
            ["feed_url"] = channel.SelfUrl,
            ["description"] = Text(channel.Description),
            ["language"] = settings.Language,
        };
        if (settings.Author is { } author)
            json["authors"] = new JsonArray(new JsonObject { ["name"] = Text(author) });
        json["items"] = new JsonArray([.. feed.Entries.Select(entry => Item(settings, entry))]);
        return json.ToJsonString(Json) + "\n";
    }

    private static JsonObject Item(SiteSettings settings, FeedEntry entry)
    {
        var post = entry.Summary;
        var url = AbsoluteUrl.Of(settings, post.Url);
        var item = new JsonObject { ["id"] = url, ["url"] = url, ["title"] = Text(post.Title) };
        if (entry.Html is null)
            item["content_text"] = Text(post.Excerpt);
        else
            item["content_html"] = Text(AbsoluteHtml.Render(settings, entry.Html, post.Url));
        if (post.Excerpt.Length > 0)
            item["summary"] = Text(post.Excerpt);
        if (SocialImage.Of(settings, post.Cover) is { } image)
            item["image"] = image.Url;
        item["date_published"] = FeedChannel.Time(post.Date);
        item["date_modified"] = FeedChannel.Time(FeedChannel.Changed(post));
        item["authors"] = new JsonArray([.. FeedChannel.Authors(settings, post).Select(Author)]);
        item["tags"] = new JsonArray([.. post.Categories.Concat(post.Tags).Select(term => JsonValue.Create(Text(term.Title)))]);
        if (post.Language is { } language)
            item["language"] = language;
        return item;
    }

    private static JsonObject Author(FeedAuthor author) =>
        author.Url is null ? new() { ["name"] = Text(author.Name) } : new() { ["name"] = Text(author.Name), ["url"] = author.Url };

    // What XML can't hold is as unwelcome here: the three formats say the same.
    private static string Text(string text) => XmlText.Clean(text);
}
