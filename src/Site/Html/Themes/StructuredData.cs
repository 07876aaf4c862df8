using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Blobpress.Site.Listings;
using Blobpress.Site.Settings;
using Blobpress.Site.Urls;

namespace Blobpress.Site.Html.Themes;

/// <summary>A post for search engines: schema.org's BlogPosting as JSON-LD.</summary>
internal static class StructuredData
{
    // This encoder escapes <, > and &, so that no title can end the script element; CJK stays readable.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static Markup Of(SiteSettings settings, PageContent content, SocialImage? image)
    {
        var post = content.Summary;
        var url = AbsoluteUrl.Of(settings, post.Url);
        var data = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "BlogPosting",
            ["headline"] = post.Title,
            ["description"] = post.Excerpt,
            ["url"] = url,
            ["mainEntityOfPage"] = url,
            ["datePublished"] = DateText.Iso(post.Date),
            ["dateModified"] = DateText.Iso(post.Updated ?? post.Date),
            ["inLanguage"] = post.Language ?? settings.Language,
            ["wordCount"] = content.Words,
            ["author"] = Authors(settings, post),
            ["publisher"] = new JsonObject { ["@type"] = "Organization", ["name"] = settings.Title, ["url"] = settings.BaseUrl.AbsoluteUri },
        };
        AddOptional(data, post, image);
        return new(data.ToJsonString(Json));
    }

    private static void AddOptional(JsonObject data, PostSummary post, SocialImage? image)
    {
        if (post.Categories.Count > 0)
            data["articleSection"] = new JsonArray([.. post.Categories.Select(category => JsonValue.Create(category.Title))]);
        if (post.Tags.Count > 0)
            data["keywords"] = new JsonArray([.. post.Tags.Select(tag => JsonValue.Create(tag.Title))]);
        if (image is not null)
            data["image"] = image.Url;
    }

    private static JsonArray Authors(SiteSettings settings, PostSummary post) => post.Authors.Count == 0
        ? [new JsonObject { ["@type"] = "Person", ["name"] = settings.Author ?? settings.Title }]
        : new([.. post.Authors.Select(author => new JsonObject
        {
            ["@type"] = "Person",
            ["name"] = author.Title,
            ["url"] = AbsoluteUrl.Of(settings, author.Url),
        })]);
}
