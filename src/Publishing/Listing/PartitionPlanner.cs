using Blobpress.Publishing.Index;
using Blobpress.Publishing.Sites;
using Blobpress.Site.Listings;
using Blobpress.Site.Urls;

namespace Blobpress.Publishing.Listing;

/// <summary>Turns the marks of a partition into files to write and to remove.</summary>
internal sealed class PartitionPlanner(IndexTable table, PartitionViews views)
{
    /// <summary>The plan for one partition; empty where nothing is marked.</summary>
    public async Task<PartitionPlan> PlanAsync(SiteContext site, IndexPartition partition, CancellationToken cancel)
    {
        var marks = await table.ReadMarksAsync(partition, cancel).ConfigureAwait(false);
        var plan = new PartitionPlan(partition, marks);
        foreach (var key in marks.Select(mark => mark.RowKey))
        {
            if (key == RowKeys.FrontMark)
            {
                await PlanFrontAsync(site, plan, cancel).ConfigureAwait(false);
            }
            else
            {
                var node = await table.ReadNodeAsync(partition, RowKeys.PrefixOf(key), cancel).ConfigureAwait(false);
                await PlanNodeAsync(site, plan, node, deep: RowKeys.IsDeep(key), gone: false, cancel).ConfigureAwait(false);
            }
        }

        return plan;
    }

    private async Task PlanFrontAsync(SiteContext site, PartitionPlan plan, CancellationToken cancel)
    {
        var partition = plan.Partition;
        if (partition.Kind == PartitionKind.Terms && partition.List.Slugs.Count > 0)
        {
            // The front page of a category shows its subcategories.
            var parent = IndexPartition.Posts(partition.List, site.Settings.Lists.ArchivePage);
            await PlanFrontAsync(site, plan, parent, cancel).ConfigureAwait(false);
        }
        else if (partition.Kind == PartitionKind.Posts && partition.List.Kind != ListKind.Archive)
        {
            await PlanFrontAsync(site, plan, partition, cancel).ConfigureAwait(false);
        }
    }

    private async Task PlanFrontAsync(SiteContext site, PartitionPlan plan, IndexPartition partition, CancellationToken cancel)
    {
        var root = await table.ReadNodeAsync(partition, "", cancel).ConfigureAwait(false);
        if (root.Count > 0 || partition.List == ListKey.All)
        {
            if (IsFree(site, partition, PartitionViews.FrontPaths(partition.List)[^1]))
            {
                plan.Write(views.Front(site, partition, cancel));
            }

            return;
        }

        foreach (var path in PartitionViews.FrontPaths(partition.List))
        {
            plan.Remove(path);
        }
    }

    // Deep: the node was split or merged, so the pages below it appear or go. Gone: a page above it shows its entries now.
    private async Task PlanNodeAsync(SiteContext site, PartitionPlan plan, IndexNode node, bool deep, bool gone, CancellationToken cancel)
    {
        var partition = plan.Partition;
        if (PathOf(partition, node) is { } path)
        {
            if (gone)
            {
                plan.RemoveMerged(path);
            }
            else if (HasPage(site, partition, node) && !IsFree(site, partition, path))
            {
                // It stays as it is, since pages link to it, until other lists take its place or its last post has left it.
            }
            else if (HasPage(site, partition, node))
            {
                plan.Write(new([path], FileOrder.Node(partition, node.Prefix), async () => [await views.NodeAsync(site, partition, node, path, cancel).ConfigureAwait(false)]));
            }
            else
            {
                plan.Remove(path);
            }
        }

        if (node.Count == 0 || gone)
        {
            plan.ClearNode(node);
        }

        if (deep || (gone && node.Split))
        {
            foreach (var child in await table.ReadChildrenAsync(partition, node.Prefix, cancel).ConfigureAwait(false))
            {
                await PlanNodeAsync(site, plan, child, deep: false, gone: gone || !node.Split, cancel).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The page of a node, where it has one.</summary>
    public static IEnumerable<SitePath> PathsOf(SiteContext site, IndexPartition partition, IndexNode node) =>
        HasPage(site, partition, node) && PathOf(partition, node) is { } path && IsFree(site, partition, path) ? [path] : [];

    /// <summary>The feeds and the front page of a list of posts, where it has them.</summary>
    public static IEnumerable<SitePath> FrontPathsOf(SiteContext site, IndexPartition partition) =>
        PartitionViews.FrontPaths(partition.List).Where(path => IsFree(site, partition, path));

    /// <summary>True where the site has such lists in this folder; false where they are on their way to another.</summary>
    public static bool IsInForce(SiteContext site, IndexPartition partition) => partition.Kind == PartitionKind.Sitemap
        || (partition.List == ListKey.All ? ListKey.ArchiveOf(site.Settings) == ListKey.All : partition.List.IsIn(site.Settings));

    // A list that is on its way to another folder is there until its last post has left it, unless other lists are to have its place.
    private static bool IsFree(SiteContext site, IndexPartition partition, SitePath path) =>
        partition.List == ListKey.All || IsInForce(site, partition) || !SitePaths.IsReserved(path.Blob, site.Settings);

    private static bool IsEmpty(SiteContext site, IndexPartition partition, IndexNode node) => node.Count == 0 && !(node.Prefix.Length == 0 && IsBase(site, partition));

    /// <summary>Pages that exist even where there is nothing to list: the menu leads to them.</summary>
    private static bool IsBase(SiteContext site, IndexPartition partition) => partition.List.Slugs.Count == 0 && partition.List.IsIn(site.Settings);

    private static bool HasPage(SiteContext site, IndexPartition partition, IndexNode node) => !IsEmpty(site, partition, node) && partition.Kind switch
    {
        // The archive of all posts may be a list of its own.
        PartitionKind.Posts when partition.List == ListKey.All => ListKey.ArchiveOf(site.Settings) == ListKey.All,

        // The shards are the leaves; the root is their index.
        PartitionKind.Sitemap => node.Prefix.Length == 0 || !node.Split,

        // A front page shows a category's subcategories itself as long as they fit.
        PartitionKind.Terms => partition.List.Slugs.Count == 0 || node.Prefix.Length > 0 || node.Split,
        _ => true,
    };

    private static SitePath? PathOf(IndexPartition partition, IndexNode node) => partition.Kind switch
    {
        PartitionKind.Posts => SitePaths.Archive(partition.List, SortKey.Period(node.Prefix)),
        PartitionKind.Terms => PartitionViews.TermsPath(partition, node.Prefix),
        PartitionKind.Sitemap => node.Prefix.Length == 0 ? SitePaths.SitemapIndex : PartitionViews.ShardPath(node.Prefix),
        _ => null,
    };
}
