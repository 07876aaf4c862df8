using System.Globalization;
using Blobpress.Site.Posts;
using Blobpress.Site.Settings;
using Blobpress.Site.Urls;
using Blobpress.Site.Values;

namespace Blobpress.Site.Html.Liquid;

/// <summary>The variables that Jekyll's templates know: <c>page</c>, <c>site</c> and <c>jekyll</c>.</summary>
internal static class LiquidValues
{
    /// <summary>What the front matter says, and what Jekyll makes of a post's name and settings.</summary>
    public static Dictionary<string, object> Page(Post post, SiteSettings settings)
    {
        var page = post.FrontMatter is null ? [] : Map(post.FrontMatter);
        page["title"] = post.Title;
        page["date"] = post.Date;
        page["categories"] = post.Categories.SelectMany(path => path).Distinct().ToList<object>();
        page["tags"] = post.Tags.ToList<object>();
        page["path"] = post.Name;
        page["name"] = post.Name[(post.Name.LastIndexOf('/') + 1)..];
        page.TryAdd("comments", post.Comments);
        Add(page, "slug", post.Slug ?? SlugOf(post.Name));
        if (Permalink.For(post, settings) is PermalinkResult.At at)
        {
            page["url"] = at.Path.Url;
            page["id"] = at.Path.Url.TrimEnd('/');
            page["dir"] = at.Path.Url[..(at.Path.Url.LastIndexOf('/') + 1)];
        }

        Add(page, "author", post.Authors.Count > 0 ? string.Join(", ", post.Authors) : settings.Author);
        Add(page, "description", post.Description);
        Add(page, "excerpt", post.Description);
        Add(page, "lang", post.Language ?? settings.Language);
        return page;
    }

    /// <summary>What the site's settings say, below it what <c>_config.yml</c> does, and <c>data</c>.</summary>
    public static Dictionary<string, object> Site(SiteSettings settings, LiquidLibrary library)
    {
        var site = new Dictionary<string, object>(library.Config, StringComparer.Ordinal)
        {
            ["title"] = settings.Title,
            ["name"] = settings.Title,
            ["description"] = settings.Description,
            ["url"] = settings.BaseUrl.GetLeftPart(UriPartial.Authority),
            ["baseurl"] = settings.BaseUrl.AbsolutePath.TrimEnd('/'),
            ["lang"] = settings.Language,
            ["language"] = settings.Language,
            ["data"] = library.Data,
        };
        if (settings.Author is { } author)
            site.TryAdd("author", author);
        return site;
    }

    /// <summary>A value of front matter or data as YAML types it.</summary>
    public static object? Of(Value value) => value switch
    {
        Value.List list => list.Items.Select(Of).ToList(),
        Value.Map map => Map(map),
        Value.Scalar { Quoted: true } text => text.Text,
        Value.Scalar { IsEmpty: true } => null,
        Value.Scalar scalar => Plain(scalar),
        _ => null,
    };

    /// <summary>A mapping by its keys as written.</summary>
    public static Dictionary<string, object> Map(Value.Map map)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var entry in map.Entries)
            Add(values, entry.Key, Of(entry.Value));
        return values;
    }

    private static object Plain(Value.Scalar scalar)
    {
        var text = scalar.Text;
        if (text.Length > 1 && scalar.Truth is { } truth)
            return truth;
        var isNumber = text.Length <= 20 && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
        return isNumber ? decimal.Parse(text, CultureInfo.InvariantCulture) : text;
    }

    private static void Add(Dictionary<string, object> values, string name, object? value)
    {
        if (value is not null)
            values[name] = value;
    }

    private static string SlugOf(string name)
    {
        var file = Path.GetFileNameWithoutExtension(name);
        return file.Length > 11 && file[4] == '-' && file[7] == '-' && file[10] == '-' ? file[11..] : file;
    }
}
