using System.Globalization;
using Blobpress.Publishing.Index;
using Blobpress.Site.Listings;

namespace Blobpress.Publishing.Listing;

/// <summary>Which rows of which lists have to change so that they show a number of posts as their records say.</summary>
internal static class ListEdits
{
    /// <summary>The edits, partition by partition.</summary>
    public static IReadOnlyDictionary<IndexPartition, IReadOnlyList<IndexEdit>> Of(IReadOnlyList<PostChange> changes, int archivePage) =>
        changes
            .SelectMany(change => EditsOf(change, archivePage))
            .GroupBy(edit => edit.Partition, edit => edit.Edit)
            .ToDictionary(group => group.Key, IReadOnlyList<IndexEdit> (group) => [.. group.DistinctBy(edit => edit.Key)]);

    private static IEnumerable<(IndexPartition Partition, IndexEdit Edit)> EditsOf(PostChange change, int archivePage)
    {
        var known = change.State.Indexed?.Footprint.Rows ?? [];
        var unsure = change.State.Record?.Leftover.Rows ?? [];
        foreach (var row in change.Everything.Rows)
        {
            bool? there = known.Contains(row) ? true : unsure.Contains(row) ? null : false;
            var entry = row.Key == change.Live?.Key ? change.Live.Lists.FirstOrDefault(entry => entry.List == row.List) : null;
            yield return (IndexPartition.Posts(row.List, archivePage), new(row.Key, entry is null ? null : EntryColumns.Of(change.Live!, entry), there, change.Restyled));
            if (row.List == ListKey.All)
            {
                yield return (IndexPartition.Sitemap, new(row.Key, entry is null ? null : EntryColumns.OfSitemap(change.Live!), there, change.Restyled));
                foreach (var sticky in Sticky(change, row.Key, entry))
                {
                    yield return (IndexPartition.Sticky, sticky);
                }
            }
        }
    }

    // A post that leads the home page has a row in a list of its own, by rank; the rank is part of the key.
    private static IEnumerable<IndexEdit> Sticky(PostChange change, string key, ListEntry? entry)
    {
        var now = entry is not null && change.Live!.Summary.Sticky > 0 ? StickyKey(change.Live.Summary.Sticky, key) : null;
        var before = change.Shown is { Summary.Sticky: > 0 } shown && shown.Key == key ? StickyKey(shown.Summary.Sticky, key) : null;
        if (before is not null && before != now)
        {
            yield return new(before, null, null, false);
        }

        if (now is not null)
        {
            yield return new(now, EntryColumns.Of(change.Live!, entry!), null, false);
        }
    }

    private static string StickyKey(int rank, string key) =>
        (999_999_999 - Math.Min(rank, 999_999_999)).ToString("D9", CultureInfo.InvariantCulture) + key;
}
