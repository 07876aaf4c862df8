using Blobpress.Site.Posts;
using Blobpress.Site.Posts.Files;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Urls.Generators;

/// <summary>Jekyll's places (Jekyll's documentation, Permalinks).</summary>
internal sealed class JekyllUrls : UrlRules
{
    private const string Html = ".html";

    private static readonly string[] Known = ["title", "slug", "name", "path", "collection", "categories", "slugified_categories", "output_ext"];

    public static JekyllUrls Rules { get; } = new();

    public override UrlDraft Made(Post post, PostFile file, SiteSettings settings)
    {
        if (post.IsPage && file.Collection.Length == 0) return new(PageOf(file, settings.Urls));
        var pattern = JekyllPattern.OfStyle(PatternOf(file, settings.Urls));
        var draft = Fill(pattern, name => Value(name, post, file));
        return draft with { Path = Cleaned(draft.Path) };
    }

    public override UrlDraft Own(string permalink, Post post, PostFile file, SiteSettings settings)
    {
        var draft = Fill(permalink, name => Value(name, post, file) is { } value ? Escaped(value) : ":" + name);
        return draft with { Path = Cleaned(draft.Path) };
    }

    public override string? UnknownName(string pattern, UrlSettings settings) => Parts(JekyllPattern.OfStyle(pattern))
        .Where(part => part.IsName && !Known.Contains(part.Text) && Moment.Part(part.Text, DateTimeOffset.UnixEpoch) is null)
        .Select(part => part.Text).FirstOrDefault();

    private static string PageOf(PostFile file, UrlSettings settings) =>
        file.Name == "index" ? file.Folder : file.Path + JekyllPattern.Ending(settings.Pattern ?? "date");

    private static string PatternOf(PostFile file, UrlSettings settings)
    {
        var pattern = settings.Pattern ?? "date";
        if (!settings.Collections.TryGetValue(file.Collection, out var own)) return pattern;
        return own.Length > 0 ? own : file.Collection == "posts" ? pattern : "/:collection/:path" + JekyllPattern.Ending(pattern);
    }

    private static string? Value(string name, Post post, PostFile file) => name switch
    {
        "title" => Filled(JekyllSlug.Pretty(Title(post, file)), post),
        "slug" => Filled(JekyllSlug.Plain(Title(post, file)), post),
        "name" => Filled(JekyllSlug.Plain(file.Name), post),
        "path" => file.Path.TrimEnd('.'),
        "collection" => file.Collection,
        "categories" => string.Join('/', post.UrlCategories.Select(category => category.ToLowerInvariant()).Distinct()),
        "slugified_categories" => string.Join('/', post.UrlCategories.Select(JekyllSlug.Plain).Distinct()),
        "output_ext" => Html,
        _ => Moment.Part(name, post.UrlDate),
    };

    private static string Title(Post post, PostFile file) => post.Slug ?? (file.Collection == "posts" ? file.Title : file.Name);

    private static string Filled(string slug, Post post) => slug.Length > 0 ? slug : Slug.Hash(post.Name);

    // A permalink of one's own is decoded afterwards.
    private static string Escaped(string value) => string.Join('/', value.Split('/').Select(Uri.EscapeDataString));

    // Jekyll takes dots out that could lead out of a folder.
    private static string Cleaned(string path) => path.Replace("..", "/", StringComparison.Ordinal).Replace("./", "", StringComparison.Ordinal);
}
