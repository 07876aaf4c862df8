using Blobpress.Publishing.Index;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Listings;
using Blobpress.Site.Urls;

namespace Blobpress.Publishing.Listing;

/// <summary>Keeps the indexes of tags, authors and categories in step with the lists: a term is there as long as its list has a post.</summary>
internal sealed class TermIndex(IndexTable table)
{
    private const int AtOnce = 8;
    private readonly ListIndex _index = new(table);

    /// <summary>Brings the terms of edited lists up to date.</summary>
    /// <param name="edited">The lists and what was changed in them.</param>
    /// <param name="ensure">As in <see cref="ListIndex.ApplyAsync"/>.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>The indexes concerned, whether they changed now or in a run that was cut short.</returns>
    public async Task<IReadOnlyCollection<IndexPartition>> ApplyAsync(
        IReadOnlyDictionary<IndexPartition, IReadOnlyList<IndexEdit>> edited, Func<CancellationToken, Task> ensure, CancellationToken cancel)
    {
        var lists = edited.Where(entry => entry.Key.Kind == PartitionKind.Posts && entry.Key.List.Kind is not ListKind.All and not ListKind.Archive).ToList();
        var edits = new List<(IndexPartition Terms, IndexEdit Edit)>();
        await Concurrently.ForEachAsync(lists, AtOnce, async entry =>
        {
            if (await EditAsync(entry.Key, entry.Value.Any(edit => edit.Chain), cancel).ConfigureAwait(false) is { } edit)
            {
                lock (edits)
                {
                    edits.Add((IndexPartition.Terms(entry.Key.List), edit));
                }
            }
        }).ConfigureAwait(false);

        var groups = edits.GroupBy(edit => edit.Terms, edit => edit.Edit);
        await Concurrently.ForEachAsync(groups, AtOnce, group => _index.ApplyAsync(group.Key, [.. group.OrderBy(edit => edit.Key, StringComparer.Ordinal)], ensure, cancel)).ConfigureAwait(false);
        return [.. lists.Select(entry => IndexPartition.Terms(entry.Key.List)).Distinct()];
    }

    // The edit that a term needs; null where its row says what it is to say.
    private async Task<IndexEdit?> EditAsync(IndexPartition list, bool chain, CancellationToken cancel)
    {
        var key = TermKey.Of(list.List.Slugs[^1]);
        var newest = await table.ReadEntriesAsync(list, "", 1, ["Names"], cancel).ConfigureAwait(false);
        var title = newest.Count == 0 ? null : EntryColumns.Names(newest[0])[^1];
        var row = await table.ReadEntryAsync(IndexPartition.Terms(list.List), key, cancel).ConfigureAwait(false);
        if (row?.GetString("Title") == title && !chain)
        {
            return null;
        }

        var columns = title is null ? null : EntryColumns.OfTerm(title, SitePaths.Front(list.List).Url);
        return new(key, columns, row is not null, chain);
    }
}
