using System.Net;
using Azure;
using Blobpress.Publishing.Images;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Sites;
using Blobpress.Publishing.Storage;

namespace Blobpress.Publishing.Posts;

/// <summary>
/// Makes the site match the source of one name: START READING HERE. An event carries the name and nothing else that is
/// trusted, so upload, overwrite, delete, duplicate, late and reordered events are all the same call.
/// </summary>
public sealed class PostPublisher(
    StorageAccount account, SiteStore sites, ImagePublisher images, PublishingOptions options, TimeProvider clock)
{
    private readonly PostRecords _records = new(account.Records);
    private readonly PostSource _sources = new(account.Posts);
    private readonly PendingChanges _pending = new(account.Lists, account.Changed);
    private readonly DueTimes _due = new(account.Lists);
    private readonly PostEdition _edition = new(account, images, options, clock);

    /// <summary>Publishes, updates, removes or rejects one post.</summary>
    /// <param name="name">The source's blob name.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>The outcome. A fault of storage is thrown: nothing is lost by calling again.</returns>
    public Task<PublishReport> PublishAsync(string name, CancellationToken cancel)
    {
        var attempts = new Attempts();
        return StorageErrors.RetryConflictsAsync(() => AttemptAsync(name, attempts, cancel));
    }

    private async Task<PublishReport> AttemptAsync(string name, Attempts attempts, CancellationToken cancel)
    {
        // The versions of the files before all that goes into them, so that nothing older replaces them.
        var state = await _records.ReadAsync(name, cancel).ConfigureAwait(false);
        var seen = await _edition.SeeAsync(state, attempts, cancel).ConfigureAwait(false);
        var site = await sites.ReadAsync(cancel).ConfigureAwait(false);
        var known = await StandsAsync(site, state, seen, cancel).ConfigureAwait(false) ? state.Record?.SourceETag : null;
        var source = await _sources.ReadAsync(name, known, cancel).ConfigureAwait(false);
        if (source is SourceState.AsKnown || (source is SourceState.Gone && IsForgotten(state) && attempts.Footprint.IsEmpty))
        {
            return await UnchangedAsync(state, source, cancel).ConfigureAwait(false);
        }

        state = await SeeRecordAsync(state, seen, cancel).ConfigureAwait(false);
        var edition = await _edition.MakeAsync(site, state, source, seen, attempts, cancel).ConfigureAwait(false);
        if ((edition.Record.DueAt ?? edition.Record.Live?.Expires) is { } due)
        {
            await _due.AddAsync(due, DueKind.Post, name, cancel).ConfigureAwait(false);
        }

        // Before the record: it is by the old one that a call after a crash knows whom to tell.
        foreach (var rival in edition.Rivals)
        {
            await account.Publish.SendMessageAsync(PublishMessage.Of(rival), cancel).ConfigureAwait(false);
        }

        state = await _records.WriteAsync(state, edition.Record, cancel).ConfigureAwait(false);
        await AnnounceAsync(state, cancel).ConfigureAwait(false);

        // A delete or overwrite whose event came and went between our read and our record would otherwise be missed.
        if (!await _sources.IsStillAsync(name, edition.Record.SourceETag, cancel).ConfigureAwait(false))
        {
            return await AttemptAsync(name, attempts, cancel).ConfigureAwait(false);
        }

        // Of what was never live no list is told, so nobody else would forget it.
        if (state is { Record.Outcome: SourceOutcome.Removed, Everything.IsEmpty: true })
        {
            await _records.ForgetAsync(state, cancel).ConfigureAwait(false);
        }

        return edition.Report with { Revision = state.Revision };
    }

    // The record says where the files are, so it was read before their versions were; but it also says which lists show the
    // post, and that goes into its page.
    private async Task<PostState> SeeRecordAsync(PostState state, SeenFiles seen, CancellationToken cancel)
    {
        if (!seen.Any)
        {
            return state;
        }

        var again = await _records.ReadAsync(state.Name, cancel).ConfigureAwait(false);
        return again.RecordETag == state.RecordETag ? again : throw new RequestFailedException((int)HttpStatusCode.PreconditionFailed, "The record was written since it was read.");
    }

    // True where nothing but a new version of the source could change what is live.
    private async Task<bool> StandsAsync(SiteContext site, PostState state, SeenFiles seen, CancellationToken cancel) =>
        state.Record is { } record
        && record.Fingerprint == site.Fingerprint
        && record.RefusedPath is null
        && !(record.DueAt <= clock.GetUtcNow())
        && !(record.Live?.Expires <= clock.GetUtcNow())
        && await _edition.IsWholeAsync(state, seen, site, cancel).ConfigureAwait(false);

    private static bool IsForgotten(PostState state) => state is { RecordETag: null } or { Record.Outcome: SourceOutcome.Removed };

    private async Task<PublishReport> UnchangedAsync(PostState state, SourceState source, CancellationToken cancel)
    {
        // To a clock that is ahead of this one it was due already, and was struck off.
        if ((state.Record?.DueAt ?? state.Record?.Live?.Expires) is { } due && due > clock.GetUtcNow())
        {
            await _due.AddAsync(due, DueKind.Post, state.Name, cancel).ConfigureAwait(false);
        }

        await AnnounceAsync(state, cancel).ConfigureAwait(false);
        return new()
        {
            Source = state.Name,
            Outcome = source is SourceState.Gone ? PublishOutcome.Removed : PublishReports.Standing(state.Record),
            Url = state.Record?.Live?.Summary.Url,
            Title = state.Record?.Live?.Summary.Title,
            Reasons = state.Record?.Reasons ?? [],
            DueAt = state.Record?.DueAt,
            Repeated = true,
            Revision = state.Revision,
        };
    }

    private Task AnnounceAsync(PostState state, CancellationToken cancel) =>
        state.NeedsListing ? _pending.AddAsync(state.Name, cancel) : Task.CompletedTask;
}
