using Blobpress.Publishing.Index;
using Blobpress.Site.Listings;
using Blobpress.Site.Settings;

namespace Blobpress.Publishing.Listing;

/// <summary>Which rows of which lists have to change so that they show a number of posts as their records say.</summary>
internal static class ListEdits
{
    /// <summary>The edits, partition by partition.</summary>
    public static IReadOnlyDictionary<IndexPartition, IReadOnlyList<IndexEdit>> Of(IReadOnlyList<PostChange> changes, SiteSettings settings) =>
        changes
            .SelectMany(change => EditsOf(change, settings))
            .GroupBy(edit => edit.Partition, edit => edit.Edit)
            .ToDictionary(group => group.Key, IReadOnlyList<IndexEdit> (group) => [.. group.DistinctBy(edit => edit.Key)]);

    private static IEnumerable<(IndexPartition Partition, IndexEdit Edit)> EditsOf(PostChange change, SiteSettings settings)
    {
        foreach (var row in change.Everything.Rows)
        {
            var there = IsThere(change, footprint => footprint.Rows.Contains(row));
            var entry = row.Key == change.Live?.Key ? change.Live.Lists.FirstOrDefault(entry => entry.List == row.List) : null;
            var partition = IndexPartition.Posts(row.List, settings.Lists.ArchivePage);
            var leads = row.List == ListKey.All && change.Everything.Leading.Count > 0;

            // Not how many the settings in force have it show: the page that is there may have been made with others.
            int? onFront = leads ? null : ListSettings.MostOnFront;
            yield return (partition, new(row.Key, entry is null ? null : EntryColumns.Of(change.Live!, entry), there, change.Restyled, onFront));
            if (row.List == ListKey.All)
            {
                // The index of the sitemap is written anew with the settings, and otherwise where it gets or loses a shard.
                yield return (IndexPartition.Sitemap, InSitemap(change, row.Key, entry is not null || IsPage(change, row.Key), there));
            }
        }

        foreach (var key in change.Everything.Pages)
        {
            var there = IsThere(change, footprint => footprint.Pages.Contains(key));
            yield return (IndexPartition.Sitemap, InSitemap(change, key, IsPage(change, key), there));
        }

        foreach (var key in change.Everything.Leading)
        {
            var leads = change.Live?.Footprint.Leading.Contains(key) == true;
            var there = IsThere(change, footprint => footprint.Leading.Contains(key));
            yield return (IndexPartition.Sticky, new(key, leads ? EntryColumns.Of(change.Live!, new(ListKey.All, [])) : null, there, false));
        }
    }

    // With the row by which links find it: posts and pages are all in the sitemap.
    private static IndexEdit InSitemap(PostChange change, string key, bool isShown, bool? there) => new(key, isShown ? EntryColumns.OfSitemap(change.Live!) : null, there, false)
    {
        NamedRow = LinkIndex.NamedRowOf(change.Name, key),
        NamedColumns = isShown ? LinkIndex.NamedColumns(change.Live!) : null,
        Wanted = isShown ? change.Live!.Footprint.Links : [],
    };

    private static bool IsPage(PostChange change, string key) => change.Live?.Footprint.Pages.Contains(key) == true;

    // Null where a version that the lists may have been told of has it: a run that was cut short leaves it open.
    private static bool? IsThere(PostChange change, Func<Footprint, bool> has) =>
        change.State.Indexed is { } indexed && has(indexed.Footprint) ? true
        : has(change.State.Record?.Leftover ?? Footprint.Empty) ? null
        : false;
}
