using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Blobpress.Site.Posts;
using Blobpress.Site.Posts.Files;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Urls.Generators;

/// <summary>
/// Hexo's places. <c>:title</c> is the file's place below <c>_posts/</c> as it is written, <c>:name</c> its last part; any other
/// name is a key of the front matter, a part of the file's name or one of <c>permalink_defaults</c> (Hexo's documentation, Permalinks).
/// </summary>
internal sealed class HexoUrls : UrlRules
{
    private static readonly string[] Known =
    [
        "title", "name", "post_title", "id", "category", "hash", "year", "month", "day", "hour", "minute", "second", "i_month", "i_day", "timestamp", "abbrlink",
    ];

    public static HexoUrls Rules { get; } = new();

    public override UrlDraft Made(Post post, PostFile file, SiteSettings settings)
    {
        if (post.IsPage) return new(file.IsIndex ? file.Folder : file.Path + ".html");
        var draft = Fill(settings.Urls.Pattern ?? ":title/", name => Value(name, post, file, settings.Urls));
        return draft with { Path = Ended(draft.Path, settings.Urls) };
    }

    public override UrlDraft Own(string permalink, Post post, PostFile file, SiteSettings settings) =>
        new(post.IsPage ? permalink.EndsWith('/') || Path.HasExtension(permalink) ? permalink : permalink + ".html" : Ended(permalink, settings.Urls));

    // A name that is not Hexo's own may be a key of the front matter; but a slip of the pen is none.
    public override string? UnknownName(string pattern, UrlSettings settings) => HexoPattern.Parts(pattern)
        .Where(part => part.IsName && part.Text.Length > 4 && !Known.Contains(part.Text) && !settings.Defaults.ContainsKey(part.Text))
        .Select(part => part.Text).FirstOrDefault(name => Known.Any(known => known.Length > 3 && EditDistance.Between(known, name) == 1));

    private static string Ended(string path, UrlSettings settings)
    {
        var isHtml = path.EndsWith(".html", StringComparison.Ordinal);
        if (settings.PostAssetFolder && !isHtml && !path.EndsWith('/')) return path + "/";
        return isHtml && !settings.TrailingHtml && !path.EndsWith("/index.html", StringComparison.Ordinal) ? path[..^5] : path;
    }

    private static string? Value(string name, Post post, PostFile file, UrlSettings settings) => name switch
    {
        "title" or "slug" => file.Title,
        "name" => file.Title[(file.Title.LastIndexOf('/') + 1)..],
        "post_title" => Filled(HexoSlug.Of(post.Title, 1), post),
        "id" => post.Values.GetValueOrDefault("id") ?? Slug.Hash(post.Name),
        "hash" => Hash(file.Title, post.UrlDate),
        "category" => Category(post, settings),
        "abbrlink" => post.Abbrlink ?? Default("abbrlink", file, settings) ?? Slug.Hash(post.Name),
        "lang" when post.Values.GetValueOrDefault(name) is null && Default(name, file, settings) is null => post.Language,
        _ => Moment.Part(name, post.UrlDate) ?? post.Values.GetValueOrDefault(name) ?? Default(name, file, settings),
    };

    private static string? Default(string name, PostFile file, UrlSettings settings) =>
        file.Parts.GetValueOrDefault(name) ?? settings.Defaults.GetValueOrDefault(name);

    private static string Category(Post post, UrlSettings settings) => post.Categories.Count == 0
        ? settings.DefaultCategory
        : string.Join('/', post.Categories[^1].Select(name => Filled(HexoSlug.Of(settings.CategoryMap.GetValueOrDefault(name, name), settings.FilenameCase), post)));

    private static string Filled(string slug, Post post) => slug.Length > 0 ? slug : Slug.Hash(post.Name);

    private static string Hash(string title, DateTimeOffset date)
    {
        var text = title + date.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
#pragma warning disable CA5350 // Hexo names posts so; nothing is protected by it.
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(text)))[..12];
#pragma warning restore CA5350
    }
}
