using Blobpress.Site.Feeds;
using Blobpress.Site.Html;
using Blobpress.Site.Html.Themes;
using Blobpress.Site.Images;
using Blobpress.Site.Listings;
using Blobpress.Site.Posts;
using Blobpress.Site.Settings;
using Blobpress.Site.Urls;

namespace Blobpress.Fuzz;

/// <summary>All that is worked out of a post's bytes: the post, its article, its page, its place in lists and feeds.</summary>
public static class PostPipeline
{
    // Feeds of the largest posts carry excerpts.
    private const int MostInFeed = 200_000;

    private static readonly DateTimeOffset Uploaded = new(2022, 1, 29, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Works it out; the length of all that was made, or the reasons why it was rejected.</summary>
    public static (long Made, IReadOnlyList<Reason> Reasons) Run(string name, ReadOnlyMemory<byte> bytes, SiteSettings settings, CancellationToken cancel)
    {
        var parsed = PostParser.Parse(name, bytes, Uploaded, settings);
        if (parsed is not ParseResult.Parsed(var post))
            return (0, ((ParseResult.Rejected)parsed).Reasons);
        var drafted = ArticleParser.Parse(post, settings, cancel);
        if (drafted is not ArticleResult.Drafted(var draft))
            return (0, ((ArticleResult.Rejected)drafted).Reasons);
        var article = draft.Render(new Dictionary<string, ImageOutcome>());
        var url = Permalink.For(post, settings) is PermalinkResult.At(var path) ? path.Url : "/";
        var summary = new PostSummary
        {
            Name = post.Name,
            Url = url,
            Title = post.Title,
            Date = post.Date,
            Excerpt = article.Excerpt,
            Categories = Memberships.CategoryLinks(post, settings),
            Tags = Memberships.TagLinks(post, settings),
            Authors = Memberships.AuthorLinks(post, settings),
        };
        var page = Theme.Default.Post(settings, new(new() { Summary = summary, Html = article.Html, Words = article.Words }, null, null));
        var feed = new Feed(new(ListKind.All, "", "/", [], Feeds: true), [new(summary, article.Html.Length < MostInFeed ? article.Html : null)]);
        var feeds = Atom.Render(settings, feed).Length + Rss.Render(settings, feed).Length + JsonFeed.Render(settings, feed).Length;
        return (page.Length + feeds + Memberships.Of(post, settings).Count, []);
    }

    /// <summary>As <see cref="Run"/>; a limit that shows when the page is made is a reason too.</summary>
    public static (long Made, IReadOnlyList<Reason> Reasons) RunToTheEnd(string name, ReadOnlyMemory<byte> bytes, SiteSettings settings)
    {
        try
        {
            return Run(name, bytes, settings, CancellationToken.None);
        }
        catch (LimitException limit)
        {
            return (0, [new(0, 0, limit.Message)]);
        }
    }
}
