using Blobpress.Publishing.Index;
using Blobpress.Publishing.Sites;
using Blobpress.Site.Posts;

namespace Blobpress.Publishing.Posts;

/// <summary>Turns what became of a source into the record to write, given the record that was read.</summary>
internal sealed record EditionDraft(SiteContext Site, PostState State, Attempts Attempts)
{
    /// <summary>Nothing of the source is to be live: it is gone, a draft, scheduled or expired.</summary>
    public Edition Withdrawn(string? etag, SourceOutcome outcome, Post? post, DateTimeOffset? dueAt)
    {
        var record = Record(etag, outcome, null) with { DueAt = dueAt, Reasons = KeptReasons.Of(post?.Notes ?? []) };
        return new(record, Report(record, post?.Title), []);
    }

    /// <summary>The source can't be published; what was live stays, unless another post owns its URL or its time is over.</summary>
    public Edition Rejected(string etag, IReadOnlyList<Reason> reasons, string? refusedPath, bool owned, DateTimeOffset now)
    {
        var live = State.Record?.Live;
        var stays = live is not null && owned && !(live.Expires <= now);
        var shown = stays ? live! with { Fingerprint = Site.Fingerprint } : null;
        var record = Record(etag, SourceOutcome.Rejected, shown, refusedPath) with { Reasons = KeptReasons.Of(reasons) };
        return new(record, Report(record, null), []);
    }

    /// <summary>The source is live.</summary>
    public Edition Published(string etag, LivePost live, IReadOnlyList<ImageReport> images, IReadOnlyList<Reason> notes, IReadOnlyList<string> rivals)
    {
        var record = Record(etag, SourceOutcome.Published, live) with { Reasons = KeptReasons.Of(notes) };
        return new(record, Report(record, live.Summary.Title) with { Images = images }, rivals);
    }

    private PostRecord Record(string? etag, SourceOutcome outcome, LivePost? live, string? refusedPath = null)
    {
        var record = new PostRecord { SourceETag = etag, Fingerprint = Site.Fingerprint, Outcome = outcome, Live = live, RefusedPath = refusedPath };
        return Numbered(record with { Leftover = Untold().And(Attempts.Footprint).Without(record.Footprint) });
    }

    // Only where the lists are up to date, and so are the links on the page that was just written, is there nothing to tell them.
    private PostRecord Numbered(PostRecord record)
    {
        var number = State.Record?.Number ?? State.Indexed?.Number ?? 0;
        var same = record with { Number = number };
        return State.IsListed && PostRecords.RevisionOf(same) == State.Revision ? same : record with { Number = number + 1 };
    }

    // Where the lists lag behind the record, they may show any of the versions in between.
    private Footprint Untold() => State.IsListed || State.Record is null
        ? Footprint.Empty
        : State.Record.Leftover.And(State.Record.Footprint);

    private PublishReport Report(PostRecord record, string? title) => new()
    {
        Source = State.Name,
        Outcome = PublishReports.Made(record.Outcome),
        Url = record.Live?.Summary.Url,
        Title = title ?? record.Live?.Summary.Title,
        Reasons = record.Reasons,
        DueAt = record.DueAt,
        Written = record.Live is { } live ? [live.Summary.Url, .. live.Aliases.Select(alias => "/" + alias)] : [],
    };
}
