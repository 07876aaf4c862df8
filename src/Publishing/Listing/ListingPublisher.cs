using Azure;
using Blobpress.Publishing.Cdn;
using Blobpress.Publishing.Diagnostics;
using Blobpress.Publishing.Images;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Sites;
using Blobpress.Publishing.Storage;

namespace Blobpress.Publishing.Listing;

/// <summary>
/// Brings everything that many posts share up to date with their records: lists, archives, feeds, sitemap, neighbours'
/// pages; then takes away what is no longer to be there. One at a time per site, in bursts, each as often as one likes.
/// </summary>
public sealed class ListingPublisher(
    StorageAccount account, SiteStore sites, SitePublisher settings, ImagePublisher images, PublishingOptions options, TimeProvider clock, CdnPurger cdn)
{
    private readonly PostRecords _records = new(account.Records);
    private readonly PendingChanges _pending = new(account.Lists, account.Changed);
    private readonly ListIndex _index = new(new IndexTable(account.Lists));
    private readonly TermIndex _terms = new(new IndexTable(account.Lists));
    private readonly PartitionPages _pages = new(account, options);
    private readonly PageWriter _posts = new(account);
    private readonly Removals _removals = new(account, images);
    private readonly LinkChanges _links = new(account);
    private readonly SiteEditions _editions = new(account.Lists);
    private readonly ListingLease _lease = new(account.State, options, clock);

    /// <summary>Takes in all changes noted so far. Where another publisher is at it, that one takes them in.</summary>
    /// <returns>The URLs that were written or removed.</returns>
    /// <exception cref="AggregateException">Some changes can't be taken in, whatever storage does; all others are.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancel)
    {
        using var activity = Telemetry.Source.StartActivity("lists");
        var touched = new List<string>();
        var faults = new Dictionary<string, Exception>();

        // After the lease is given back we look once more: a change noted while we held it was left to us.
        while (faults.Count == 0 && (await _pending.ReadAsync(1, cancel).ConfigureAwait(false)).Count > 0)
        {
            var lease = await _lease.TryAcquireAsync(cancel).ConfigureAwait(false);
            if (lease is null)
            {
                break;
            }

            try
            {
                await DrainAsync(lease, touched, faults, cancel).ConfigureAwait(false);
            }
            catch (LeaseLostException)
            {
                // What is left to do is noted in the pending rows, and whoever took the lease does it.
                break;
            }
            finally
            {
                await lease.ReleaseAsync().ConfigureAwait(false);
            }
        }

        // Not while the lease is held: the CDN may ask for patience.
        await cdn.PurgeAsync(touched, cancel).ConfigureAwait(false);
        return faults.Count == 0 ? touched : throw new AggregateException($"Lists could not be told of {string.Join(", ", faults.Keys)}.", faults.Values);
    }

    /// <summary>For a host that is the only one, at its start: ends the lease that its last run may have left when it crashed.</summary>
    public Task BreakLeaseAsync(CancellationToken cancel) => _lease.BreakAsync(cancel);

    /// <summary>True while a publisher, wherever it runs, has the lists in hand.</summary>
    public Task<bool> IsLeasedAsync(CancellationToken cancel) => _lease.IsHeldAsync(cancel);

    private async Task DrainAsync(HeldLease lease, List<string> touched, Dictionary<string, Exception> faults, CancellationToken cancel)
    {
        while (true)
        {
            var read = await _pending.ReadAsync(options.ChangesAtOnce + faults.Count, cancel).ConfigureAwait(false);
            var changes = read.Where(change => !faults.ContainsKey(change.Name)).ToList();
            if (changes.Count == 0)
            {
                return;
            }

            if (await TryAsync(changes, lease, touched, cancel).ConfigureAwait(false) is { } fault)
            {
                await IsolateAsync(changes, fault, lease, touched, faults, cancel).ConfigureAwait(false);
            }
        }
    }

    // One of them is to blame, and must not hold the others up.
    private async Task IsolateAsync(
        List<PendingChange> changes, Exception fault, HeldLease lease, List<string> touched, Dictionary<string, Exception> faults, CancellationToken cancel)
    {
        foreach (var change in changes)
        {
            var own = changes.Count == 1 ? fault : await TryAsync([change], lease, touched, cancel).ConfigureAwait(false);
            if (own is not null)
            {
                faults[change.Name] = own;
            }
        }
    }

    private async Task<Exception?> TryAsync(IReadOnlyList<PendingChange> changes, HeldLease lease, List<string> touched, CancellationToken cancel)
    {
        try
        {
            touched.AddRange(await StorageErrors.RetryConflictsAsync(() => ApplyAsync(changes, lease, cancel)).ConfigureAwait(false));
            return null;
        }
        catch (Exception fault) when (IsAboutContent(fault))
        {
            return fault;
        }
    }

    // Storage that is busy or away, or a lease that is lost, says nothing about what was to be written.
    private static bool IsAboutContent(Exception fault) => fault switch
    {
        // The SDK throws an aggregate of all its tries.
        AggregateException several => several.InnerExceptions.All(IsAboutContent),
        RequestFailedException { Status: var status } => status is 400 or 413,
        LeaseLostException or OperationCanceledException or IOException => false,
        _ => true,
    };

    // Rows, then pages from the leaves up, then neighbours; then what is gone, from the links down to the files.
    private async Task<IReadOnlyList<string>> ApplyAsync(IReadOnlyList<PendingChange> pending, HeldLease lease, CancellationToken cancel)
    {
        await lease.EnsureAsync(cancel).ConfigureAwait(false);
        // What every page links to has to be there before the first page that readers can reach.
        var first = !await _pages.HasHomeAsync(cancel).ConfigureAwait(false);
        if (first)
        {
            await settings.PublishAsync(SiteNames.Settings, cancel).ConfigureAwait(false);
        }

        // The site after the records: what is noted of a post as shown was shown in its look, or in a newer one.
        var changes = await ReadAsync(pending, cancel).ConfigureAwait(false);
        var site = await sites.ReadAsync(cancel).ConfigureAwait(false);
        var edits = ListEdits.Of(changes, site.Settings);
        var wanted = WantedKeys.None;
        await Concurrently.ForEachAsync(edits, options.PagesAtOnce, async edit =>
        {
            var named = await _index.ApplyAsync(edit.Key, edit.Value, lease.EnsureAsync, cancel).ConfigureAwait(false);
            wanted = edit.Key == IndexPartition.Sitemap ? named : wanted;
        }).ConfigureAwait(false);
        var partitions = edits.Keys.Union(await _terms.ApplyAsync(edits, lease.EnsureAsync, cancel).ConfigureAwait(false)).ToHashSet();
        partitions.UnionWith(pending.Select(change => change.Partition).OfType<string>().Select(name => IndexPartition.Parse(name, site.Settings.Lists.ArchivePage)).OfType<IndexPartition>());
        var restyles = pending.Any(change => change.Name == PendingChange.Site);
        if (first || restyles)
        {
            partitions.UnionWith(await _pages.MarkBaseAsync(site, cancel).ConfigureAwait(false));
        }

        var written = await _pages.WriteAsync(site, partitions, lease, cancel).ConfigureAwait(false);
        var refreshed = await RefreshPostsAsync(site, changes, lease, cancel).ConfigureAwait(false);
        await _pages.RemoveAsync(site, written, lease, cancel).ConfigureAwait(false);
        if (restyles)
        {
            await lease.EnsureAsync(cancel).ConfigureAwait(false);
            await _editions.NotePagesAsync(site.Fingerprint, cancel).ConfigureAwait(false);
        }

        await _links.FollowAsync(changes, wanted, site.Settings, cancel).ConfigureAwait(false);
        await RestyleAsync(changes, cancel).ConfigureAwait(false);
        await Concurrently.ForEachAsync(changes, options.PagesAtOnce, change => ConfirmAsync(change, lease, cancel)).ConfigureAwait(false);
        await Concurrently.ForEachAsync(pending, options.PagesAtOnce, change => _pending.RemoveAsync(change, cancel)).ConfigureAwait(false);
        return [.. written.SelectMany(plan => plan.Written), .. refreshed, .. changes.SelectMany(change => change.Urls)];
    }

    private async Task<IReadOnlyList<PostChange>> ReadAsync(IReadOnlyList<PendingChange> pending, CancellationToken cancel)
    {
        var states = new List<PostState>();
        await Concurrently.ForEachAsync(pending.Where(change => change.IsPost), options.PagesAtOnce, async change =>
        {
            var state = await _records.ReadAsync(change.Name, cancel).ConfigureAwait(false);
            if (state.IsUnreadable)
            {
                // What of it is to be shown is not known before the sweep has had it published again, which notes a new change.
                return;
            }

            lock (states)
            {
                states.Add(state);
            }
        }).ConfigureAwait(false);

        // A change that comes again is done with already, and the next version of the post would not know what it did.
        return [.. states.Where(state => !state.IsListed).OrderBy(state => state.Name, StringComparer.Ordinal).Select(state => new PostChange(state))];
    }

    // A post that was published before new settings came into force, and listed after those before it in the list were compared
    // with them, would otherwise wait for the sweep.
    private async Task RestyleAsync(IReadOnlyList<PostChange> changes, CancellationToken cancel)
    {
        var site = await sites.ReadAsync(cancel).ConfigureAwait(false);
        foreach (var change in changes.Where(change => change.State.Record is { Live: not null } record && record.Fingerprint != site.Fingerprint))
        {
            await account.Publish.SendMessageAsync(PublishMessage.Of(change.Name), cancel).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<string>> RefreshPostsAsync(
        SiteContext site, IReadOnlyList<PostChange> changes, HeldLease lease, CancellationToken cancel)
    {
        var told = changes.ToDictionary(change => change.Name);
        var names = told.Keys.ToHashSet();
        foreach (var key in changes.Where(change => change.MovesNeighbours).SelectMany(change => change.Keys))
        {
            names.UnionWith(await _posts.NeighboursAsync(key, cancel).ConfigureAwait(false));
        }

        var urls = new List<string>();
        await Concurrently.ForEachAsync(names.Order(StringComparer.Ordinal), options.PagesAtOnce, async name =>
        {
            var change = told.GetValueOrDefault(name);
            var paths = await StorageErrors.RetryConflictsAsync(
                () => _posts.RefreshAsync(site, name, change?.State.Record, change?.LeavesLists == true, lease.EnsureAsync, cancel)).ConfigureAwait(false);
            lock (urls)
            {
                urls.AddRange(paths.Select(path => path.Url));
            }
        }).ConfigureAwait(false);
        return urls;
    }

    // A post that was published again in the meantime is left as it is: its new change is noted and comes next.
    private async Task ConfirmAsync(PostChange change, HeldLease lease, CancellationToken cancel)
    {
        if (change.State.Record is not { } record || change.State.IsListed)
        {
            return;
        }

        await lease.EnsureAsync(cancel).ConfigureAwait(false);
        try
        {
            var state = await _removals.RunAsync(change, cancel).ConfigureAwait(false);
            if (record.Outcome == SourceOutcome.Removed)
            {
                await _records.ForgetAsync(state, cancel).ConfigureAwait(false);
                return;
            }

            await _records.ConfirmAsync(state, new(state.Revision!, record.Number, record.Footprint, record.Live), cancel).ConfigureAwait(false);
        }
        catch (RequestFailedException error) when (error.IsConflict())
        {
            await _pending.AddAsync(change.Name, cancel).ConfigureAwait(false);
        }
    }
}
