using Blobpress.Site.Urls;
using Blobpress.Site.Values;

namespace Blobpress.Site.Posts;

/// <summary>Categories, tags and authors. Two names with one slug are one term: the first spelling stays.</summary>
internal static class Terms
{
    private const int Most = 200;
    private static readonly char[] Separators = [',', '，', '、', ';', '；'];

    /// <summary>Tags: a list, or a text with commas between them; <c>keywords</c> where there are no tags.</summary>
    public static IReadOnlyList<string> Tags(PostFields fields)
    {
        if (fields.Find("tags", "tag", "keywords", "keyword") is not { } entry) return [];
        var names = entry.Value is Value.Scalar scalar
            ? scalar.Text.Split(Separators).Select(PlainLine.Of)
            : ValueText.Each(entry.Value);
        return Distinct(names.Select(name => name.TrimStart('#')));
    }

    /// <summary>Authors: a text, a list of texts, or mappings with a <c>name</c>; else the site's author.</summary>
    public static IReadOnlyList<string> Authors(PostFields fields, string? siteAuthor)
    {
        var authors = fields.Find("author", "authors") is { } entry ? Distinct(ValueText.Each(entry.Value)) : [];
        return authors.Count > 0 || string.IsNullOrWhiteSpace(siteAuthor) ? authors : [siteAuthor];
    }

    /// <summary>
    /// Categories as Hexo reads them: a text is one category, <c>[a, b]</c> is b within a; where the list holds lists, each of its
    /// items is a path of its own.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<string>> Categories(PostFields fields)
    {
        if (fields.Find("categories", "category") is not { } entry) return [];
        var paths = entry.Value is Value.List list && list.Items.Any(item => item is Value.List)
            ? list.Items.Select(Path)
            : [Path(entry.Value)];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. paths.Where(path => path.Count > 0 && seen.Add(string.Join('/', path.Select(Slug.Of)))).Take(Most)];
    }

    private static List<string> Path(Value value) => [.. ValueText.Each(value).Take(Most)];

    private static List<string> Distinct(IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. names.Where(name => name.Length > 0 && seen.Add(Slug.Of(name))).Take(Most)];
    }
}
