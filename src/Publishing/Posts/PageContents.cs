using Blobpress.Site.Html;
using Blobpress.Site.Listings;
using Blobpress.Site.Posts;
using Blobpress.Site.Settings;
using Blobpress.Site.Urls;

namespace Blobpress.Publishing.Posts;

/// <summary>Puts together what a post's page and the lists show of it.</summary>
internal static class PageContents
{
    /// <summary>The content of a post's page.</summary>
    public static PageContent Of(Post post, SitePath path, Article article, SiteSettings settings) => new()
    {
        Summary = new()
        {
            Name = post.Name,
            Url = path.Url,
            Title = post.Title,
            Date = post.Date,
            Updated = post.Updated,
            Excerpt = article.Excerpt,
            Cover = article.CardImage,
            Categories = post.IsPage ? [] : Memberships.CategoryLinks(post, settings),
            Tags = post.IsPage ? [] : Memberships.TagLinks(post, settings),
            Authors = post.IsPage ? [] : Memberships.AuthorLinks(post, settings),
            Sticky = post.IsPage ? 0 : post.Sticky,
            IsPage = post.IsPage,
            Language = post.Language,
        },
        Html = article.Html,
        Cover = article.Cover,
        CoverPlaceholder = article.CoverPlaceholder,
        Comments = post.Comments && settings.Comments is not null,
        Words = article.Words,
    };
}
