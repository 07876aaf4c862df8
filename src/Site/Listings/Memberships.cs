using Blobpress.Site.Posts;
using Blobpress.Site.Settings;
using Blobpress.Site.Urls;

namespace Blobpress.Site.Listings;

/// <summary>The lists a post is in: all posts, each category with every one above it, tags, authors. A page is in none.</summary>
public static class Memberships
{
    /// <summary>The most characters of a list's slugs, with a slash each: 1024 are a blob's name, 512 a partition key, and both hold more.</summary>
    public const int LongestPath = 440;

    /// <summary>Every list the post is in, once.</summary>
    public static IReadOnlyList<ListEntry> Of(Post post, SiteSettings settings) => post.IsPage ? [] :
        [
            new(ListKey.All, []),
            .. ListKey.ArchiveOf(settings) is var archive && archive != ListKey.All ? [new ListEntry(archive, [])] : Array.Empty<ListEntry>(),
            .. post.Categories
                .SelectMany(path => Enumerable.Range(1, path.Count).Select(depth => Entry(ListKind.Category, [.. path.Take(depth)], settings)))
                .Concat(post.Tags.Select(tag => Entry(ListKind.Tag, [tag], settings)))
                .Concat(post.Authors.Select(author => Entry(ListKind.Author, [author], settings)))
                .DistinctBy(entry => entry.List),
        ];

    /// <summary>The innermost category of each path.</summary>
    public static IReadOnlyList<TermLink> CategoryLinks(Post post, SiteSettings settings) =>
        [.. post.Categories.Where(path => path.Count > 0).Select(path => Link(ListKind.Category, path, settings)).DistinctBy(link => link.Url)];

    public static IReadOnlyList<TermLink> TagLinks(Post post, SiteSettings settings) => [.. post.Tags.Select(tag => Link(ListKind.Tag, [tag], settings)).DistinctBy(link => link.Url)];

    public static IReadOnlyList<TermLink> AuthorLinks(Post post, SiteSettings settings) =>
        [.. post.Authors.Select(author => Link(ListKind.Author, [author], settings)).DistinctBy(link => link.Url)];

    private static TermLink Link(ListKind kind, IReadOnlyList<string> names, SiteSettings settings) =>
        new(string.Join(" / ", names), SitePaths.Front(Entry(kind, names, settings).List).Url);

    private static ListEntry Entry(ListKind kind, IReadOnlyList<string> names, SiteSettings settings) =>
        new(ListKey.Of(kind, Slugs(kind, names, settings), settings), names);

    // Names that a map gives are as long as the owner likes; a list's URL is not.
    private static IReadOnlyList<string> Slugs(ListKind kind, IReadOnlyList<string> names, SiteSettings settings)
    {
        var map = kind switch { ListKind.Category => settings.Urls.CategoryMap, ListKind.Tag => settings.Urls.TagMap, _ => null };
        IReadOnlyList<string> mapped = map is null ? [] : [.. names.Select(name => TermSlug.Of(map.GetValueOrDefault(name, name)))];
        return mapped.Count > 0 && mapped.Sum(slug => slug.Length + 1) <= LongestPath ? mapped : [.. names.Select(TermSlug.Of)];
    }
}
