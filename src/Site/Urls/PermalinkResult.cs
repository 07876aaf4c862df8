using Blobpress.Site.Posts;

namespace Blobpress.Site.Urls;

/// <summary>Where a post's page lies, or why it can't lie there.</summary>
public abstract record PermalinkResult
{
    private PermalinkResult()
    {
    }

    /// <summary>The page's place.</summary>
    public sealed record At(SitePath Path) : PermalinkResult;

    /// <summary>The permalink is unfit.</summary>
    /// <param name="Reason">Without line and column, which a post no longer knows.</param>
    public sealed record Refused(Reason Reason) : PermalinkResult
    {
        /// <summary>True where the site has its home page, its page for what is not found, or the first page of its tags, categories, authors or archive.</summary>
        public bool IsSitesOwn { get; init; }
    }
}
