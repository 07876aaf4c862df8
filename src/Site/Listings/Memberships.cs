using Blobpress.Site.Posts;
using Blobpress.Site.Settings;
using Blobpress.Site.Urls;

namespace Blobpress.Site.Listings;

/// <summary>The lists a post is in: all posts, each category with every one above it, tags, authors. A page is in none.</summary>
public static class Memberships
{
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
        new(ListKey.Of(kind, [.. names.Select(TermSlug.Of)], settings), names);
}
