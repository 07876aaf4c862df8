using Blobpress.Site.Posts;

namespace Blobpress.Site.Html;

/// <summary>What was made of a post's body: an article that waits for its images, or the reasons why there is none.</summary>
public abstract record ArticleResult
{
    private ArticleResult()
    {
    }

    /// <summary>The body is an article.</summary>
    public sealed record Drafted(ArticleDraft Draft) : ArticleResult;

    /// <summary>The body holds more than a page may; there is at least one reason, which names the limit.</summary>
    public sealed record Rejected(IReadOnlyList<Reason> Reasons) : ArticleResult;
}
