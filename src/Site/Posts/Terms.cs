using Blobpress.Site.Listings;
using Blobpress.Site.Posts.Files;
using Blobpress.Site.Settings;
using Blobpress.Site.Values;

namespace Blobpress.Site.Posts;

/// <summary>
/// Categories, tags and authors. Two names with one slug are one term: the first spelling stays. There is a most of each, and
/// of the length of a name and of a category's URL, since each is a list with pages of its own.
/// </summary>
internal static class Terms
{
    private const int Most = 100;
    private const int MostAuthors = 20;
    private const int LongestName = 100;

    // Of all categories that a post is in, those around others counted; a row that holds them all has 1 MiB for this and all else.
    private const int LongestPaths = 10_000;

    private static readonly char[] Separators = [',', '，', '、', ';', '；'];

    /// <summary>Tags: a list, or a text with commas between them, for Jekyll also blanks; <c>keywords</c> where there are no tags.</summary>
    public static IReadOnlyList<string> Tags(PostFields fields, Generator generator)
    {
        if (fields.Find("tags", "tag", "keywords", "keyword") is not { } entry) return [];
        var names = entry.Value is Value.Scalar scalar ? Split(scalar.Text, generator) : ValueText.Each(entry.Value);
        return Distinct(fields, entry, names.Select(name => name.TrimStart('#')), Most);
    }

    private static IEnumerable<string> Split(string text, Generator generator) =>
        generator == Generator.Jekyll && text.AsSpan().IndexOfAny(Separators) < 0 ? Words(text) : text.Split(Separators).Select(PlainLine.Of);

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Authors: a text, a list of texts, or mappings with a <c>name</c>; else the site's author.</summary>
    public static IReadOnlyList<string> Authors(PostFields fields, string? siteAuthor)
    {
        var authors = fields.Find("author", "authors") is { } entry ? Distinct(fields, entry, ValueText.Each(entry.Value), MostAuthors) : [];
        return authors.Count > 0 || string.IsNullOrWhiteSpace(siteAuthor) ? authors : [Clip(siteAuthor)];
    }

    /// <summary>
    /// Categories, and those that stand in URLs. As Hexo reads them a text is one category, <c>[a, b]</c> is b within a, and where
    /// the list holds lists, each of its items is a path of its own. Jekyll and Hugo know no categories within others; to Jekyll
    /// the words of a text are categories each, and so are the folders above <c>_posts/</c>.
    /// </summary>
    public static (IReadOnlyList<IReadOnlyList<string>> Paths, IReadOnlyList<string> InUrls) Categories(PostFields fields, PostFile file, SiteSettings settings) =>
        settings.Generator switch
        {
            Generator.Jekyll => Flat(fields, [.. file.Above, .. Jekyll(fields)]),
            Generator.Hugo => Flat(fields, fields.Find("categories", "category") is { } entry ? [.. ValueText.Each(entry.Value)] : []),
            _ => (Nested(fields), []),
        };

    private static IEnumerable<string> Jekyll(PostFields fields)
    {
        var plural = fields.Find("categories") is { } several ? several.Value is Value.Scalar words ? Words(words.Text) : ValueText.Each(several.Value) : [];
        var singular = fields.Find("category") is { } one ? ValueText.Each(one.Value) : [];
        return plural.Concat(singular);
    }

    private static (IReadOnlyList<IReadOnlyList<string>>, IReadOnlyList<string>) Flat(PostFields fields, string[] names)
    {
        string[] distinct = [.. names.Distinct(StringComparer.Ordinal).Take(Most)];
        var entry = fields.Find("categories", "category");
        var terms = entry is null ? distinct : (IReadOnlyList<string>)Distinct(fields, entry, names.Select(name => name.Trim(Separators)), Most);
        return ([.. terms.Select(name => (IReadOnlyList<string>)[name])], distinct);
    }

    private static List<IReadOnlyList<string>> Nested(PostFields fields)
    {
        if (fields.Find("categories", "category") is not { } entry) return [];
        var paths = entry.Value is Value.List list && list.Items.Any(item => item is Value.List)
            ? list.Items.Select(item => Path(fields, entry, item))
            : [Path(fields, entry, entry.Value)];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return Few(fields, entry, First<IReadOnlyList<string>>(fields, entry, paths.Where(path => path.Count > 0 && seen.Add(string.Join('/', path.Select(TermSlug.Of)))), Most));
    }

    // Each category within others is a list with pages, as is each around it.
    private static List<IReadOnlyList<string>> Few(PostFields fields, Entry entry, List<IReadOnlyList<string>> paths)
    {
        var (lists, length) = (new HashSet<string>(StringComparer.Ordinal), 0);
        for (var at = 0; at < paths.Count; at++)
        {
            var list = "";
            foreach (var slug in paths[at].Select(TermSlug.Of))
            {
                list += "/" + slug;
                length += lists.Add(list) ? list.Length : 0;
            }

            if (lists.Count <= Most && length <= LongestPaths) continue;
            fields.Notes.Add(entry.Value.At.Says($"'{entry.Key}' was cut off after its first {at}: these are as many categories, with those around them, as a post can be in."));
            return paths[..at];
        }

        return paths;
    }

    private static List<string> Path(PostFields fields, Entry entry, Value value)
    {
        var path = new List<string>();
        var length = 0;
        foreach (var name in ValueText.Each(value).Select(Clip))
        {
            length += Math.Max(TermSlug.Of(name).Length, name.Length) + 1;
            if (length > Memberships.LongestPath)
            {
                fields.Notes.Add(value.At.Says($"'{entry.Key}' was cut off after '{path[^1]}': the URL would be too long."));
                break;
            }

            path.Add(name);
        }

        return path;
    }

    private static List<string> Distinct(PostFields fields, Entry entry, IEnumerable<string> names, int most)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return First(fields, entry, names.Select(Clip).Where(name => name.Length > 0 && seen.Add(TermSlug.Of(name))), most);
    }

    private static List<T> First<T>(PostFields fields, Entry entry, IEnumerable<T> terms, int most)
    {
        var first = terms.Take(most + 1).ToList();
        if (first.Count <= most) return first;
        fields.Notes.Add(entry.Value.At.Says($"'{entry.Key}' was cut off after its first {most}."));
        return first[..most];
    }

    // Not between the halves of a surrogate pair.
    private static string Clip(string name) => name.Length <= LongestName ? name
        : name[..(char.IsHighSurrogate(name[LongestName - 1]) ? LongestName - 1 : LongestName)].TrimEnd() + "…";
}
