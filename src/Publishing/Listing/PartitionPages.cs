using Azure;
using Azure.Data.Tables;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Sites;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Listings;
using Blobpress.Site.Settings;

namespace Blobpress.Publishing.Listing;

/// <summary>Writes and removes the pages that the marks of partitions ask for.</summary>
internal sealed class PartitionPages(StorageAccount account, PublishingOptions options)
{
    private readonly SiteWriter _web = new(account.Web);
    private readonly TableClient _lists = account.Lists;
    private readonly ListIndex _index = new(new IndexTable(account.Lists));
    private readonly PartitionPlanner _planner = new(new(account.Lists), new(new(account.Lists), new ContentStore(account.State)));

    /// <summary>The partitions whose pages the menu leads to: they are there even in an empty site.</summary>
    public static IReadOnlyList<IndexPartition> Base(SiteContext site) => Base(site.Settings);

    private static IReadOnlyList<IndexPartition> Base(SiteSettings settings) =>
        [
            IndexPartition.Posts(ListKey.All, settings.Lists.ArchivePage),
            .. ListKey.ArchiveOf(settings) is var archive && archive != ListKey.All ? [IndexPartition.Posts(archive, settings.Lists.ArchivePage)] : Array.Empty<IndexPartition>(),
            IndexPartition.Sitemap,
            .. new[] { ListKind.Category, ListKind.Tag, ListKind.Author }.Select(kind => IndexPartition.TermsBelow(ListKey.Of(kind, [], settings))),
        ];

    // Of the folders that lists lay in before: what is there even in an empty site is to go.
    private static IEnumerable<IndexPartition> Former(SiteContext site) =>
        site.FormerPaths.SelectMany(paths => Base(site.Settings with { Lists = site.Settings.Lists with { Paths = paths } }));

    /// <summary>True where readers can come in.</summary>
    public async Task<bool> HasHomeAsync(CancellationToken cancel) => await _web.ReadVersionAsync(PartitionViews.Home, cancel).ConfigureAwait(false) != FileVersion.None;

    /// <summary>Marks the pages of <see cref="Base(SiteContext)"/>, and those of where lists lay before.</summary>
    public async Task<IReadOnlyList<IndexPartition>> MarkBaseAsync(SiteContext site, CancellationToken cancel)
    {
        IReadOnlyList<IndexPartition> partitions = [.. Base(site).Union(Former(site))];
        await Concurrently.ForEachAsync(partitions, options.PagesAtOnce, partition => _index.MarkAsync(partition, "", cancel)).ConfigureAwait(false);
        return partitions;
    }

    /// <summary>
    /// Writes all marked files of some partitions: first those that are new, which nothing links to yet, then those that
    /// readers can reach; a home page is always one of these. So nobody ever meets a link to a page that is not there yet.
    /// </summary>
    /// <remarks>
    /// A run that is cut short leaves new files that nothing links to, and the next may link to them before it has written
    /// them again. So not even these link to what is not there: what they link to comes before them, and to other lists, which
    /// may link to each other, they link when all are there.
    /// </remarks>
    public async Task<IReadOnlyList<PartitionPlan>> WriteAsync(SiteContext site, IReadOnlyCollection<IndexPartition> partitions, HeldLease lease, CancellationToken cancel)
    {
        var plans = await PlanAsync(site, partitions, cancel).ConfigureAwait(false);
        // A category's front page is asked for by its posts and by its subcategories: written twice it would meet itself.
        var asked = plans.SelectMany(plan => plan.Jobs.Select(job => (plan, job))).DistinctBy(entry => entry.job.Paths[0].Blob);
        var jobs = await SeeAsync(asked, cancel).ConfigureAwait(false);
        var unlinked = jobs.Where(entry => entry.IsNew && !entry.Job.Paths.Contains(PartitionViews.Home)).ToList();
        foreach (var stage in unlinked.GroupBy(entry => entry.Job.Order).OrderBy(stage => stage.Key))
        {
            await Concurrently.ForEachAsync(stage, options.PagesAtOnce, entry => WriteAsync(entry, entry.Job.MakeBare ?? entry.Job.Make, lease, cancel)).ConfigureAwait(false);
        }

        var bare = await SeeAsync(unlinked.Where(entry => entry.Job.MakeBare is not null).Select(entry => (entry.Plan, entry.Job)), cancel).ConfigureAwait(false);
        await Concurrently.ForEachAsync(jobs.Except(unlinked).Concat(bare), options.PagesAtOnce, entry => WriteAsync(entry, entry.Job.Make, lease, cancel)).ConfigureAwait(false);
        return plans;
    }

    private async Task<IReadOnlyList<PartitionPlan>> PlanAsync(SiteContext site, IReadOnlyCollection<IndexPartition> partitions, CancellationToken cancel)
    {
        var plans = new List<PartitionPlan>();
        await Concurrently.ForEachAsync(partitions, options.PagesAtOnce, async partition =>
        {
            var plan = await _planner.PlanAsync(site, partition, cancel).ConfigureAwait(false);
            lock (plans)
            {
                plans.Add(plan);
            }
        }).ConfigureAwait(false);
        return plans;
    }

    private async Task<IReadOnlyList<SeenJob>> SeeAsync(IEnumerable<(PartitionPlan Plan, FileJob Job)> jobs, CancellationToken cancel)
    {
        var all = new List<SeenJob>();
        await Concurrently.ForEachAsync(jobs, options.PagesAtOnce, async entry =>
        {
            var seen = new List<FileVersion>();
            foreach (var path in entry.Job.Paths)
            {
                seen.Add(await _web.ReadVersionAsync(path, cancel).ConfigureAwait(false));
            }

            lock (all)
            {
                all.Add(new(entry.Plan, entry.Job, seen));
            }
        }).ConfigureAwait(false);
        return all;
    }

    /// <summary>Removes the files that are no longer to be there, when nothing links to them any more, and strikes the marks off.</summary>
    public Task RemoveAsync(SiteContext site, IReadOnlyList<PartitionPlan> plans, HeldLease lease, CancellationToken cancel) =>
        Concurrently.ForEachAsync(plans, options.PagesAtOnce, async plan =>
        {
            foreach (var path in plan.Removals)
            {
                // A page that came back under another's lease has another version, or the lease is found lost.
                var seen = await _web.ReadVersionAsync(path, cancel).ConfigureAwait(false);
                if (seen == FileVersion.None || IsOthers(site, plan.Partition, seen))
                {
                    continue;
                }

                await lease.EnsureAsync(cancel).ConfigureAwait(false);
                await _web.RemoveAsync(path, seen, cancel).ConfigureAwait(false);
                plan.Written.Add(path.Url);
            }

            await lease.EnsureAsync(cancel).ConfigureAwait(false);
            await ClearAsync(plan, cancel).ConfigureAwait(false);
        });

    // Where lists have moved, what lay there may be a post's by now, or that of lists of another kind.
    private static bool IsOthers(SiteContext site, IndexPartition partition, FileVersion seen) =>
        !PartitionPlanner.IsInForce(site, partition) && seen.List != partition.Lists;

    private async Task WriteAsync(SeenJob entry, Func<Task<IReadOnlyList<FileContent>>> make, HeldLease lease, CancellationToken cancel)
    {
        await lease.EnsureAsync(cancel).ConfigureAwait(false);
        var contents = await make().ConfigureAwait(false);
        for (var at = 0; at < contents.Count; at++)
        {
            if (await _web.WriteAsync(entry.Job.Paths[at], entry.Seen[at], contents[at] with { List = entry.Plan.Partition.Lists }, always: false, cancel).ConfigureAwait(false))
            {
                lock (entry.Plan.Written)
                {
                    entry.Plan.Written.Add(entry.Job.Paths[at].Url);
                }
            }
        }
    }

    private async Task ClearAsync(PartitionPlan plan, CancellationToken cancel)
    {
        // Nodes before marks: what is left after a crash is still marked.
        foreach (var chunk in plan.Clear.OrderByDescending(row => row.RowKey, StringComparer.Ordinal).Chunk(IndexDraft.MostEntities))
        {
            try
            {
                await _lists.SubmitTransactionAsync(chunk.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, row.ETag)), cancel).ConfigureAwait(false);
            }
            catch (RequestFailedException error) when (error.IsConflict() && chunk.Length > 1)
            {
                foreach (var row in chunk)
                {
                    await ClearAsync(row, cancel).ConfigureAwait(false);
                }
            }
            catch (RequestFailedException error) when (error.IsConflict())
            {
                // It was marked again, or cleared by an earlier run.
            }
        }
    }

    private async Task ClearAsync(TableEntity row, CancellationToken cancel)
    {
        try
        {
            await _lists.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancel).ConfigureAwait(false);
        }
        catch (RequestFailedException error) when (error.IsConflict())
        {
            // It was marked again, or cleared by an earlier run.
        }
    }

    private sealed record SeenJob(PartitionPlan Plan, FileJob Job, IReadOnlyList<FileVersion> Seen)
    {
        public bool IsNew => Seen.Contains(FileVersion.None);
    }
}
