using Blobpress.Site.Posts.Files;
using Blobpress.Site.Settings;
using Blobpress.Site.Values;

namespace Blobpress.Site.Posts;

/// <summary>Tells pages from posts, where the file's name leaves it open.</summary>
internal static class PageLayout
{
    // Layouts and types that themes have for pages; what else there is may be a form of post.
    private static readonly HashSet<string> Pages = new(StringComparer.OrdinalIgnoreCase)
    {
        "page", "pages", "about", "links", "friends", "flinks", "tags", "tag-cloud", "categories", "archive", "archives", "authors", "contact", "guestbook", "messageboard",
        "search", "404", "home", "index", "projects", "portfolio", "books", "movies", "music", "shuoshuo", "talks", "resume", "timeline", "sitemap", "privacy", "donate",
    };

    /// <summary>
    /// True for files that lie where pages do; and, where that does not say it, for those whose <c>layout</c> or <c>type</c> is a page's,
    /// and by Hexo and Hugo for a folder's own <c>index</c> and what has no date.
    /// </summary>
    public static bool IsPage(PostFile file, PostFields fields, FrontMatter source, Generator generator)
    {
        if (file.Role is not FileRole.Either) return file.Role == FileRole.Page || (file.Role == FileRole.Post && generator is Generator.Hugo && HasPageKey(fields));
        if (HasPageKey(fields)) return true;
        return generator switch
        {
            Generator.Hexo => file.IsIndex && file.Folder.Length > 0 && fields.Find("layout") is null && !HasTerms(fields),
            Generator.Hugo => fields.Find("date", "publishdate") is null && file.Date is null && source.BodyLine > 1,
            _ => false,
        };
    }

    private static bool HasPageKey(PostFields fields) => IsOfPages(fields.Find("layout")) || IsOfPages(fields.Find("type"));

    private static bool IsOfPages(Entry? entry) => entry?.Value is Value.Scalar scalar && Pages.Contains(scalar.Text.Trim());

    private static bool HasTerms(PostFields fields) => fields.Find("tags", "tag", "categories", "category") is not null;
}
