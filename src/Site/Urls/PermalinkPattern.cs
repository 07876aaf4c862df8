using System.Globalization;
using System.Text.RegularExpressions;
using Blobpress.Site.Posts;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Urls;

/// <summary>
/// The pattern language of permalinks: Hexo's names, with Jekyll's and Hugo's where they have others.
/// <list type="bullet">
/// <item><c>:year :month :day :hour :minute :second</c>, <c>:i_month :i_day</c> without leading zeros, <c>:short_year</c>,
/// <c>:y_day</c> or <c>:yearday</c>, all in the site's time zone;</item>
/// <item><c>:title</c>, <c>:slug</c>, <c>:slugorfilename</c>, <c>:slugorcontentbasename</c>: the post's slug; <c>:name</c>,
/// <c>:filename</c>, <c>:contentbasename</c>: its file's name; <c>:post_title</c>: its title;</item>
/// <item><c>:category</c>: its first category, outermost first, or <c>uncategorized</c>; <c>:categories</c>: the same, or nothing;</item>
/// <item><c>:abbrlink</c>, or <c>:id</c> where it has none; <c>:id</c>, <c>:hash</c>: a short hash of its name; <c>:lang</c>;</item>
/// <item><c>:output_ext</c>: <c>.html</c>; and Jekyll's styles <c>pretty</c>, <c>date</c>, <c>ordinal</c>, <c>none</c>.</item>
/// </list>
/// </summary>
internal static partial class PermalinkPattern
{
    /// <summary>A pattern filled in; a name that is not of the language stays as it is, and is the problem.</summary>
    public static (string Path, string? Problem) Fill(string pattern, Post post, SiteSettings settings)
    {
        var path = Name().Replace(Style(pattern), match => Value(match.Groups["name"].Value, post, settings) ?? match.Value);
        return (path, Problem(pattern));
    }

    /// <summary>What is wrong with a pattern, to follow "The permalink '…'"; null where nothing is.</summary>
    public static string? Problem(string pattern)
    {
        if (Style(pattern).Trim('/', ' ').Length == 0) return "is empty";
        var unknown = Name().Matches(Style(pattern)).FirstOrDefault(match => match.Groups["unknown"].Success);
        return unknown is null ? null : $"names '{unknown.Value}', which is not in the pattern language";
    }

    private static string Style(string pattern) => pattern.Trim() switch
    {
        "pretty" => "/:categories/:year/:month/:day/:title/",
        "date" => "/:categories/:year/:month/:day/:title.html",
        "ordinal" => "/:categories/:year/:y_day/:title.html",
        "none" => "/:categories/:title.html",
        var other => other,
    };

    private static string? Value(string name, Post post, SiteSettings settings) => name switch
    {
        "title" or "slug" or "slugorfilename" or "slugorcontentbasename" => post.Slug,
        "name" or "filename" or "contentbasename" => Slug.Of(PostName.Of(post.Name).Stem),
        "post_title" => Slug.Of(post.Title),
        "category" => Category(post) is { Length: > 0 } path ? path : "uncategorized",
        "categories" => Category(post),
        "abbrlink" => post.Abbrlink is { } link && Slug.HasWords(link) ? Slug.Of(link) : Slug.Hash(post.Name),
        "id" or "hash" => Slug.Hash(post.Name),
        "lang" => Slug.Of(post.Language ?? settings.Language),
        "output_ext" => ".html",
        _ => Moment(name, post.Date),
    };

    private static string? Moment(string name, DateTimeOffset date) => name switch
    {
        "year" => date.ToString("yyyy", CultureInfo.InvariantCulture),
        "short_year" => date.ToString("yy", CultureInfo.InvariantCulture),
        "month" => date.ToString("MM", CultureInfo.InvariantCulture),
        "i_month" => date.Month.ToString(CultureInfo.InvariantCulture),
        "day" => date.ToString("dd", CultureInfo.InvariantCulture),
        "i_day" => date.Day.ToString(CultureInfo.InvariantCulture),
        "y_day" or "yearday" => date.DayOfYear.ToString("000", CultureInfo.InvariantCulture),
        "hour" => date.ToString("HH", CultureInfo.InvariantCulture),
        "minute" => date.ToString("mm", CultureInfo.InvariantCulture),
        "second" => date.ToString("ss", CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string Category(Post post) => post.Categories.Count == 0 ? "" : string.Join('/', post.Categories[0].Select(Slug.Of));

    // The longer of two names first, and only names of the language, so that :year_:month is two of them.
    [GeneratedRegex(
        ":(?:(?<name>slugorcontentbasename|slugorfilename|contentbasename|post_title|output_ext|short_year|categories|category|filename|abbrlink|i_month|yearday|minute|second|i_day|y_day|title|month|year|hour|slug|name|hash|lang|day|id)|(?<unknown>[A-Za-z_]+))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
