using Blobpress.Site.Posts;
using Blobpress.Site.Urls;

namespace Blobpress.Site.Listings;

/// <summary>The lists a post is in: all posts, each category with every one above it, tags, authors. A page is in none.</summary>
public static class Memberships
{
    /// <summary>Every list the post is in, once.</summary>
    public static IReadOnlyList<ListEntry> Of(Post post) => post.IsPage ? [] :
        [
            new(ListKey.All, []),
            .. post.Categories
                .SelectMany(path => Enumerable.Range(1, path.Count).Select(depth => Entry(ListKind.Category, [.. path.Take(depth)])))
                .Concat(post.Tags.Select(tag => Entry(ListKind.Tag, [tag])))
                .Concat(post.Authors.Select(author => Entry(ListKind.Author, [author])))
                .DistinctBy(entry => entry.List),
        ];

    /// <summary>The innermost category of each path.</summary>
    public static IReadOnlyList<TermLink> CategoryLinks(Post post) =>
        [.. post.Categories.Where(path => path.Count > 0).Select(path => Link(ListKind.Category, path)).DistinctBy(link => link.Url)];

    public static IReadOnlyList<TermLink> TagLinks(Post post) => [.. post.Tags.Select(tag => Link(ListKind.Tag, [tag])).DistinctBy(link => link.Url)];

    public static IReadOnlyList<TermLink> AuthorLinks(Post post) =>
        [.. post.Authors.Select(author => Link(ListKind.Author, [author])).DistinctBy(link => link.Url)];

    private static TermLink Link(ListKind kind, IReadOnlyList<string> names) =>
        new(string.Join(" / ", names), SitePaths.Front(kind, Entry(kind, names).List.Slugs).Url);

    private static ListEntry Entry(ListKind kind, IReadOnlyList<string> names) =>
        new(new ListKey(kind, [.. names.Select(TermSlug.Of)]), names);
}
