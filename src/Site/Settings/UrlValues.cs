using System.Text.RegularExpressions;
using Blobpress.Site.Posts;
using Blobpress.Site.Urls.Generators;

namespace Blobpress.Site.Settings;

/// <summary>The settings that say how names become URLs.</summary>
internal static partial class UrlValues
{
    /// <summary><c>permalink</c>: a pattern; or, as <c>permalinks</c>, one by section.</summary>
    public static UrlSettings Permalink(UrlSettings urls, Setting value, Generator generator) => value.Map() is null
        ? urls with { Pattern = Pattern(value, generator) ?? urls.Pattern }
        : urls with { Sections = Patterns(value, generator) };

    /// <summary>Patterns by section. Hugo's <c>page: {section: …}</c> is taken too.</summary>
    public static IReadOnlyDictionary<string, string> Patterns(Setting value, Generator generator)
    {
        var patterns = new Dictionary<string, string>(StringComparer.Ordinal);
        if (value.Map() is null) value.Refuse("is a mapping of sections to patterns");
        foreach (var (name, entry) in value.Entries().SelectMany(entry => entry is { Name: "page", Value: var pages } && pages.Map() is not null ? pages.Entries() : [entry]))
        {
            // Of other kinds than pages: their places are the site's own.
            if (entry.Map() is not null) continue;
            if (Pattern(entry, generator) is { } pattern) patterns[name.Trim(' ', '/') is { Length: > 0 } section ? section : "/"] = pattern;
        }

        return patterns;
    }

    /// <summary><c>new_post_name</c>.</summary>
    public static string? FileNames(Setting value)
    {
        var text = value.Text("");
        if (text.Length is > 0 and <= 200) return text;
        value.Refuse("is how files are named, such as :year-:month-:day-:title.md");
        return null;
    }

    /// <summary><c>languages</c>: a list, or a mapping whose keys they are.</summary>
    public static IReadOnlyList<string> Languages(Setting value)
    {
        string[] names = value.Map() is null ? [.. value.Texts()] : [.. value.Entries().Select(entry => entry.Name)];
        if (names.Length <= 100 && names.All(name => LanguageTag.Of(name) is not null)) return names;
        value.Refuse("is a list of language tags such as en, the default one first");
        return [];
    }

    /// <summary><c>collections</c>: a list of names, or a mapping to <c>output</c> and <c>permalink</c>; those without <c>output: true</c> have no pages.</summary>
    public static IReadOnlyDictionary<string, string> Collections(Setting value, Generator generator)
    {
        var collections = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, entry) in value.Entries())
        {
            var keys = entry.Entries().ToDictionary(key => key.Name, key => key.Value, StringComparer.Ordinal);
            if (name != "posts" && !(keys.TryGetValue("output", out var output) && output.Truth(false))) continue;
            collections[name] = keys.TryGetValue("permalink", out var permalink) ? Pattern(permalink, generator) ?? "" : "";
        }

        return collections;
    }

    /// <summary><c>source_dir</c>.</summary>
    public static string? Folder(Setting value)
    {
        var text = value.Text("");
        if (text.Length is > 0 and <= 200 && !text.Contains("..", StringComparison.Ordinal)) return text;
        value.Refuse("is a folder, or . for the top");
        return null;
    }

    private static string? Pattern(Setting value, Generator generator)
    {
        var text = value.Text("");
        var problem = !Form().IsMatch(text) || text.Contains("..", StringComparison.Ordinal) ? "is a pattern such as :year/:month/:day/:title/"
            : text.Trim('/', ' ').Length == 0 ? "is empty"
            : UrlRules.Of(generator).UnknownName(text, new()) is { } unknown ? $"names ':{unknown}', which is not in the pattern language"
            : null;
        if (problem is null) return text;
        value.Refuse(problem);
        return null;
    }

    [GeneratedRegex(@"\A(?:[^\s?#\\]|\\:){1,200}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
