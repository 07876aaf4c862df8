using Blobpress.Publishing.Index;

namespace Blobpress.Publishing.Posts;

/// <summary>How the state of a record reads in a report.</summary>
internal static class PublishReports
{
    /// <summary>The outcome of a call that found nothing to do.</summary>
    public static PublishOutcome Standing(PostRecord? record) => record?.Outcome switch
    {
        null or SourceOutcome.Removed or SourceOutcome.Expired => PublishOutcome.Removed,
        SourceOutcome.Draft => PublishOutcome.Draft,
        SourceOutcome.Scheduled => PublishOutcome.Scheduled,
        SourceOutcome.Rejected => PublishOutcome.Rejected,
        _ => PublishOutcome.Unchanged,
    };

    /// <summary>The outcome of a call that did something.</summary>
    public static PublishOutcome Made(SourceOutcome outcome) => outcome switch
    {
        SourceOutcome.Draft => PublishOutcome.Draft,
        SourceOutcome.Scheduled => PublishOutcome.Scheduled,
        SourceOutcome.Rejected => PublishOutcome.Rejected,
        SourceOutcome.Published => PublishOutcome.Published,
        _ => PublishOutcome.Removed,
    };
}
