using Azure;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Storage;

namespace Blobpress.Publishing.Sweeping;

/// <summary>
/// Has the lists told again of a post whose rows are not what its record says. Only the listing publisher edits rows; so what
/// is wrong is noted in the record, and the change as one to take in.
/// </summary>
internal sealed class Relisting(StorageAccount account)
{
    private readonly PostRecords _records = new(account.Records);
    private readonly IndexTable _index = new(account.Lists);
    private readonly PendingChanges _pending = new(account.Lists, account.Changed);

    /// <summary>Has a row removed that its post does not have; false where it turns out to be in order, or going.</summary>
    public async Task<bool> RemoveAsync(IndexPartition partition, string key, string name, CancellationToken cancel)
    {
        var state = await _records.ReadAsync(name, cancel).ConfigureAwait(false);
        return !state.NeedsListing && !state.IsUnreadable
            && !ExpectedParts.RowsOf(state).Contains(ExpectedParts.Row(partition, key))
            && await _index.HasEntryAsync(partition, key, cancel).ConfigureAwait(false)
            && await IsStillAsync(state, cancel).ConfigureAwait(false)
            && await TellAgainAsync(state, Of(partition, key), cancel).ConfigureAwait(false);
    }

    /// <summary>Has the rows of a post written again where one is missing; false where none is, or they are just being written.</summary>
    public async Task<bool> RestoreAsync(PostState state, CancellationToken cancel)
    {
        foreach (var (partition, key) in state.IsListed ? ExpectedParts.PlacesOf(state) : [])
        {
            if (!await _index.HasEntryAsync(partition, key, cancel).ConfigureAwait(false))
            {
                return await IsStillAsync(state, cancel).ConfigureAwait(false)
                    && await TellAgainAsync(state, Footprint.Empty, cancel).ConfigureAwait(false);
            }
        }

        return false;
    }

    private static Footprint Of(IndexPartition partition, string key) => partition.Kind switch
    {
        PartitionKind.Sitemap => Footprint.Empty with { Pages = [key] },
        PartitionKind.Sticky => Footprint.Empty with { Leading = [key] },
        _ => Footprint.Empty with { Rows = [new ListRow(partition.List, key)] },
    };

    // What lies between two equal looks at a record was so all the while.
    private async Task<bool> IsStillAsync(PostState state, CancellationToken cancel)
    {
        var again = await _records.ReadAsync(state.Name, cancel).ConfigureAwait(false);
        return again.RecordETag == state.RecordETag && again.IndexedETag == state.IndexedETag;
    }

    private async Task<bool> TellAgainAsync(PostState state, Footprint left, CancellationToken cancel)
    {
        var record = state.Record ?? new PostRecord { Fingerprint = "", Outcome = SourceOutcome.Removed };

        // Not the next number: so its neighbours are told too.
        var number = Math.Max(record.Number, state.Indexed?.Number ?? 0) + 2;
        try
        {
            var leftover = record.Leftover.And(left).Without(record.Footprint);
            await _records.WriteAsync(state, record with { Number = number, Leftover = leftover }, cancel).ConfigureAwait(false);
        }
        catch (RequestFailedException error) when (error.IsConflict())
        {
            // It was published just now; the next sweep looks again.
            return false;
        }

        await _pending.AddAsync(state.Name, cancel).ConfigureAwait(false);
        return true;
    }
}
