using Blobpress.Publishing.Storage;
using Blobpress.Site.Posts;

namespace Blobpress.Publishing.Index;

/// <summary>Records of sources that are no posts: which version was taken in, so that the sweep sees what it missed.</summary>
internal sealed class SourceRecords(StorageAccount account)
{
    private readonly PostRecords _records = new(account.Records);

    /// <summary>True where that version was taken in.</summary>
    public async Task<bool> IsTakenInAsync(string name, string etag, CancellationToken cancel) =>
        (await _records.ReadAsync(name, cancel).ConfigureAwait(false)).Record?.SourceETag == etag;

    /// <summary>Notes that a version was taken in, or rejected; null for a source that is gone.</summary>
    /// <param name="name">The source.</param>
    /// <param name="etag">Its version, or null.</param>
    /// <param name="reasons">Why it was rejected; empty where it was not.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <param name="fingerprint">What it was made with, where another would make something else of it.</param>
    /// <returns>False where just that was noted already.</returns>
    public async Task<bool> NoteAsync(string name, string? etag, IReadOnlyList<Reason> reasons, CancellationToken cancel, string fingerprint = "")
    {
        var state = await _records.ReadAsync(name, cancel).ConfigureAwait(false);
        if (etag is null)
        {
            if (state.RecordETag is null)
            {
                return false;
            }

            await _records.ForgetAsync(state, cancel).ConfigureAwait(false);
            return true;
        }

        if (state.Record?.SourceETag == etag && state.Record.Fingerprint == fingerprint)
        {
            return false;
        }

        var outcome = reasons.Count == 0 ? SourceOutcome.Published : SourceOutcome.Rejected;
        await _records.WriteAsync(state, new() { SourceETag = etag, Fingerprint = fingerprint, Outcome = outcome, Reasons = reasons }, cancel).ConfigureAwait(false);
        return true;
    }
}
