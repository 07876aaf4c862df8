using Azure.Storage.Blobs.Models;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Sites;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Listings;

namespace Blobpress.Publishing.Sweeping;

/// <summary>Walks the sources and the records side by side, both in the order of their names, and finds where they differ.</summary>
internal sealed class SourceComparison(StorageAccount account)
{
    private readonly PostRecords _records = new(account.Records);
    private readonly IndexTable _index = new(account.Lists);
    private readonly PendingChanges _pending = new(account.Lists, account.Changed);
    private readonly SiteEditions _editions = new(account.Lists);

    /// <summary>The names to publish: first posts with an outdated look, newest first, then the settings where what is made of them alone is outdated, then what events missed.</summary>
    /// <param name="site">Settings and theme in force.</param>
    /// <param name="report">Is told of what was found.</param>
    /// <param name="most">How many names at most; the rest is found by the next sweep.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<IReadOnlyCollection<string>> FindAsync(SiteContext site, SweepReport report, int most, CancellationToken cancel)
    {
        var names = await OutdatedAsync(site, most, cancel).ConfigureAwait(false);
        report.Restyled = names.Count;
        if (!(await _editions.ReadAsync(cancel).ConfigureAwait(false)).IsOf(site) && names.Add(SiteNames.Settings))
        {
            report.Restyled++;
        }

        var apart = new UnorderedSources();
        await using var records = apart.OrderedAsync(_records.WalkAsync("", cancel)).GetAsyncEnumerator(cancel);
        var more = await records.MoveNextAsync().ConfigureAwait(false);
        await foreach (var blob in apart.OrderedAsync(ListAsync(cancel)).ConfigureAwait(false))
        {
            while (more && string.CompareOrdinal(records.Current.Name, blob.Name) < 0)
            {
                await LookAsync(records.Current, null, site, names, report, cancel).ConfigureAwait(false);
                more = await records.MoveNextAsync().ConfigureAwait(false);
            }

            var known = more && records.Current.Name == blob.Name;
            var state = known ? records.Current : PostState.Unknown(blob.Name);
            await LookAsync(state, blob.Version, site, names, report, cancel).ConfigureAwait(false);
            more = known ? await records.MoveNextAsync().ConfigureAwait(false) : more;
            if (names.Count >= most)
            {
                return names;
            }
        }

        for (; more; more = await records.MoveNextAsync().ConfigureAwait(false))
        {
            await LookAsync(records.Current, null, site, names, report, cancel).ConfigureAwait(false);
        }

        foreach (var (state, version) in apart.Pairs().TakeWhile(_ => names.Count < most))
        {
            await LookAsync(state, version, site, names, report, cancel).ConfigureAwait(false);
        }

        return names;
    }

    private async IAsyncEnumerable<ListedSource> ListAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var blob in account.Posts.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, null, cancel).ConfigureAwait(false))
        {
            if (!FolderMarker.Is(blob))
            {
                yield return new(blob.Name, PostSource.VersionOf(blob.Properties.ETag ?? default));
            }
        }
    }

    private async Task LookAsync(PostState state, string? etag, SiteContext site, HashSet<string> names, SweepReport report, CancellationToken cancel)
    {
        var gone = etag is null && state is { RecordETag: null } or { Record.Outcome: SourceOutcome.Removed };
        if (!gone && (state.IsUnreadable || state.Record?.SourceETag != etag || Restyling.IsOutdated(state, site)) && names.Add(state.Name))
        {
            report.AddMissed(state.Name);
        }
        else if (state.NeedsListing)
        {
            await _pending.AddAsync(state.Name, cancel).ConfigureAwait(false);
        }
    }

    // The list of all posts is in the right order, and its rows say what each page was made with.
    private async Task<HashSet<string>> OutdatedAsync(SiteContext site, int most, CancellationToken cancel)
    {
        var names = new HashSet<string>();
        await foreach (var row in _index.ReadStylesAsync(IndexPartition.Posts(ListKey.All, 1), site.Fingerprint, cancel).ConfigureAwait(false))
        {
            names.Add(row);
            if (names.Count >= most)
            {
                break;
            }
        }

        return names;
    }
}
