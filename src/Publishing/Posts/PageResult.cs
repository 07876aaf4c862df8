using Blobpress.Publishing.Index;
using Blobpress.Site.Posts;

namespace Blobpress.Publishing.Posts;

/// <summary>What became of a page that was to be written.</summary>
internal abstract record PageResult
{
    private PageResult()
    {
    }

    /// <summary>The page and all it shows are there.</summary>
    public sealed record Written(LivePost Live, IReadOnlyList<ImageReport> Images, IReadOnlyList<Reason> Notes, IReadOnlyList<string> Rivals) : PageResult;

    /// <summary>Its URL is impossible, or another post's; or its body holds more than a page may.</summary>
    /// <param name="Reasons">At least one.</param>
    /// <param name="Path">The place that is another post's, or null.</param>
    /// <param name="Rivals">Posts that have to look again.</param>
    public sealed record Refused(IReadOnlyList<Reason> Reasons, string? Path, IReadOnlyList<string> Rivals) : PageResult;
}
