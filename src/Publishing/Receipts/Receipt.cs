using Blobpress.Publishing.Posts;
using Blobpress.Site.Posts;

namespace Blobpress.Publishing.Receipts;

/// <summary>What became of the latest version of an upload, for its author.</summary>
public sealed record Receipt
{
    /// <summary>The blob's name in the container of posts.</summary>
    public required string Source { get; init; }

    public required PublishOutcome Outcome { get; init; }

    /// <summary>When it was done, UTC.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>How long it took.</summary>
    public long Milliseconds { get; init; }

    public string? Title { get; init; }

    /// <summary>Site-relative; of the last good version where this one was rejected; null where nothing of it is live.</summary>
    public string? Url { get; init; }

    /// <summary>When a scheduled post appears by itself.</summary>
    public DateTimeOffset? Appears { get; init; }

    /// <summary>Why it was rejected, or what was ignored in it; line and column count from 1 and are 0 where there is no place.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    public IReadOnlyList<ImageReport> Images { get; init; } = [];

    /// <summary>The pages written for it, site-relative. Lists and feeds follow in their own time, many posts at once.</summary>
    public IReadOnlyList<string> Pages { get; init; } = [];

    /// <summary>The receipt of a publish.</summary>
    /// <param name="report">What it did, or found done.</param>
    /// <param name="started">When it began.</param>
    /// <param name="now">When it was over.</param>
    public static Receipt Of(PublishReport report, DateTimeOffset started, DateTimeOffset now) => new()
    {
        Source = report.Source,
        // Only after a crash is a receipt written by a call that found the work done: its author asks about the work.
        Outcome = report is { Outcome: PublishOutcome.Unchanged, Url: not null } ? PublishOutcome.Published : report.Outcome,
        Time = now,
        Milliseconds = (long)(now - started).TotalMilliseconds,
        Title = report.Title,
        Url = report.Url,
        Appears = report.DueAt,
        Reasons = report.Reasons,
        Images = report.Images,
        Pages = report.Written,
    };
}
