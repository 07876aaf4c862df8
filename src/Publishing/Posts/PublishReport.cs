using Blobpress.Site.Posts;

namespace Blobpress.Publishing.Posts;

/// <summary>What became of one name.</summary>
public sealed record PublishReport
{
    public required string Source { get; init; }

    public required PublishOutcome Outcome { get; init; }

    /// <summary>Site-relative; null where nothing of it is live.</summary>
    public string? Url { get; init; }

    public string? Title { get; init; }

    /// <summary>Why it was rejected, or what was ignored in it.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    public IReadOnlyList<ImageReport> Images { get; init; } = [];

    /// <summary>When a scheduled post appears.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>What was written for it, as URLs.</summary>
    public IReadOnlyList<string> Written { get; init; } = [];

    /// <summary>True where there was nothing to do: an earlier call did the work.</summary>
    public bool Repeated { get; init; }

    /// <summary>The same as long as what is known of the source is; null where nothing is. ASCII.</summary>
    public string? Revision { get; init; }
}

/// <summary>The outcomes of publishing one name.</summary>
public enum PublishOutcome
{
    /// <summary>Its page was written.</summary>
    Published,

    /// <summary>The site matched the source already.</summary>
    Unchanged,

    Draft,

    /// <summary>Its date is still to come; it will appear by itself.</summary>
    Scheduled,

    /// <summary>The source is gone or expired, and what was published of it is going.</summary>
    Removed,

    /// <summary>The source is no post that can be published; the last good version stays.</summary>
    Rejected,
}

/// <summary>What became of one image of a post.</summary>
/// <param name="Url">As written in the post.</param>
/// <param name="Origin">Where it was really asked for.</param>
/// <param name="Outcome"><c>ready</c>, <c>last-good</c> or <c>missing</c>.</param>
/// <param name="Reason">Why it is not ready; null where it is.</param>
public sealed record ImageReport(string Url, string Origin, string Outcome, string? Reason);
