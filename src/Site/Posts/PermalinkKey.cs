using Blobpress.Site.Images;
using Blobpress.Site.Settings;
using Blobpress.Site.Urls.Generators;
using Blobpress.Site.Values;

namespace Blobpress.Site.Posts;

/// <summary>What a front matter says about where the page is.</summary>
internal static class PermalinkKey
{
    private const string Permalink = "permalink";
    private const string Url = "url";

    /// <summary>The keys that may say it, for the place of a fault.</summary>
    public static string[] Names { get; } = [Permalink, Url];

    /// <summary>
    /// The key of the site's generator: <c>permalink</c>, and for Hugo <c>url</c>; sites of none have both. A <c>url</c> that means
    /// something else, such as where an article was taken from, is passed over with a note.
    /// </summary>
    public static string? Of(PostFields fields, SiteSettings settings)
    {
        var (key, other) = settings.Generator == Generator.Hugo ? (Url, Permalink) : (Permalink, Url);
        if (Foreign(fields, Url, settings)) return settings.Generator == Generator.Hugo ? null : fields.Line(Permalink);
        if (settings.Generator == Generator.None) return fields.Line(Permalink, Url);
        if (fields.Find(key) is null && fields.Find(other) is { } entry)
            fields.Ignore(entry, $"does not say where the page is: of {settings.Generator}'s posts '{key}' does");
        return fields.Line(key);
    }

    /// <summary>The values that the site's pattern names, where Hexo's may name any key.</summary>
    public static IReadOnlyDictionary<string, string> Values(PostFields fields, SiteSettings settings)
    {
        if (settings is not { Generator: Generator.Hexo, Urls.Pattern: { } pattern }) return new Dictionary<string, string>();
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, _) in HexoPattern.Parts(pattern).Where(part => part.IsName))
        {
            var entry = fields.Find(Entry.NameOf(name));
            if (entry?.Value is Value.Scalar scalar) values[name] = scalar.Text.Trim();
            else if (entry?.Value is Value.List list) values[name] = string.Join(',', list.Items.Select(ValueText.Of));
        }

        return values;
    }

    private static bool Foreign(PostFields fields, string key, SiteSettings settings)
    {
        if (fields.Find(key) is not { } entry) return false;
        var text = ValueText.Of(entry.Value);
        if (!RawUrl.IsHttp(text) || (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Authority.Equals(settings.BaseUrl.Authority, StringComparison.OrdinalIgnoreCase))) return false;
        fields.Ignore(entry, "is of another site");
        return true;
    }
}
