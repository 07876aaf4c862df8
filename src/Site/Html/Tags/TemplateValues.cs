using System.Globalization;
using Blobpress.Site.Posts;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Html.Tags;

/// <summary>What is known of the values that templates name: those of the page and of the site.</summary>
internal sealed class TemplateValues(Post post, SiteSettings settings)
{
    // A front matter has no more.
    private const int MaxLength = 128 * 1024;

    /// <summary>The text of an expression such as <c>page.title</c> or <c>"/x" | relative_url</c>; null where it is not known.</summary>
    public string? Of(string expression)
    {
        var steps = expression.Trim().Trim('-').Split('|', StringSplitOptions.TrimEntries);
        var text = Value(steps[0]);
        foreach (var step in steps.Skip(1))
        {
            text = text is null ? Default(step) : Filtered(text, step);
            if (text?.Length > MaxLength)
                throw new LimitException($"A value has more than {MaxLength:N0} characters.");
        }

        return text;
    }

    private string? Value(string name)
    {
        if (name.Length > 1 && name[0] is '"' or '\'' && name[^1] == name[0])
            return name[1..^1];
        var root = settings.BaseUrl.AbsolutePath.TrimEnd('/');
        return name switch
        {
            "page.title" or "post.title" => post.Title,
            "page.description" or "page.excerpt" or "page.summary" => post.Description,
            "page.date" or "post.date" => post.Date.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture),
            "page.updated" or "page.last_modified_at" or "page.lastmod" => post.Updated?.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture),
            "page.author" => post.Authors.Count > 0 ? string.Join(", ", post.Authors) : settings.Author,
            "page.tags" => string.Join(", ", post.Tags),
            "page.categories" or "page.category" => string.Join(", ", post.Categories.SelectMany(path => path).Distinct()),
            "page.slug" => post.Slug,
            "page.lang" or "page.language" or "site.lang" or "site.language" or "config.language" => post.Language ?? settings.Language,
            "site.title" or "site.name" or "config.title" => settings.Title,
            "site.description" or "config.description" or "config.subtitle" => settings.Description,
            "site.author" or "site.author.name" or "config.author" => settings.Author,
            "site.url" => settings.BaseUrl.GetLeftPart(UriPartial.Authority),
            "config.url" => settings.BaseUrl.AbsoluteUri.TrimEnd('/'),
            "site.baseurl" => root,
            "config.root" or "site.root" => root + "/",
            _ => name.StartsWith("page.", StringComparison.Ordinal) ? post.Values.GetValueOrDefault(name[5..]) : null,
        };
    }

    private string? Filtered(string text, string filter)
    {
        var colon = filter.IndexOf(':', StringComparison.Ordinal);
        var (name, argument) = colon < 0 ? (filter, null) : (filter[..colon].Trim(), Value(filter[(colon + 1)..].Trim()));
        return name switch
        {
            "relative_url" => settings.BaseUrl.AbsolutePath.TrimEnd('/') + "/" + text.TrimStart('/'),
            "absolute_url" => settings.BaseUrl.AbsoluteUri.TrimEnd('/') + "/" + text.TrimStart('/'),
            "prepend" when argument is not null => argument + text,
            "append" when argument is not null => text + argument,
            "upcase" => text.ToUpperInvariant(),
            "downcase" => text.ToLowerInvariant(),
            "strip" or "escape" or "xml_escape" or "default" or "strip_html" or "strip_newlines" or "safe" or "markdownify" or "uri_escape" => text,
            "date" or "date_to_string" or "date_to_long_string" or "date_to_xmlschema" => text.Length >= 10 ? text[..10] : text,
            _ => null,
        };
    }

    private string? Default(string filter) => filter.StartsWith("default", StringComparison.Ordinal) && filter.Contains(':', StringComparison.Ordinal)
        ? Value(filter[(filter.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()) : null;
}
