using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Blobpress.Publishing.Images;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Listing;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Sites;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Listings;
using Blobpress.Site.Urls;

namespace Blobpress.Publishing.Sweeping;

/// <summary>Compares the files of the site with what records and lists say should be there.</summary>
internal sealed class OutputComparison(StorageAccount account, PublishingOptions options, TimeProvider clock)
{
    private const string Images = "images/";

    private readonly PostRecords _records = new(account.Records);
    private readonly UrlClaims _claims = new(account.Claims);
    private readonly UrlOwnership _urls = new(account, options, clock);
    private readonly SiteWriter _web = new(account.Web);
    private readonly ImageRecords _images = new(account.Images);
    private readonly PendingChanges _pending = new(account.Lists, account.Changed);
    private readonly ListIndex _index = new(new IndexTable(account.Lists));

    /// <summary>Has lost files written again and removes strays.</summary>
    public async Task RunAsync(SiteContext site, SweepReport report, CancellationToken cancel)
    {
        var present = new NameSet();
        await foreach (var blob in BlobsAsync(cancel).ConfigureAwait(false))
        {
            present.Add(blob.Name);
        }

        var expected = new NameSet();
        var rows = new NameSet();
        await CheckPostsAsync(present, expected, rows, report, cancel).ConfigureAwait(false);
        await CheckListsAsync(site, present, expected, rows, report, cancel).ConfigureAwait(false);
        await CheckSiteAsync(site, present, expected, report, cancel).ConfigureAwait(false);
        await RemoveStraysAsync(expected, report, cancel).ConfigureAwait(false);
        await ReleaseGhostsAsync(site, report, cancel).ConfigureAwait(false);
    }

    // A publisher that failed between a claim and its record left it.
    private async Task ReleaseGhostsAsync(SiteContext site, SweepReport report, CancellationToken cancel)
    {
        await foreach (var claim in _claims.WalkAsync(clock.GetUtcNow() - options.StrayGrace, cancel).ConfigureAwait(false))
        {
            if (await _urls.ReleaseGhostAsync(claim, site, cancel).ConfigureAwait(false))
            {
                report.Strays.Add($"claim to {claim.Path} by {claim.Name}");
            }
        }
    }

    private async Task CheckPostsAsync(NameSet present, NameSet expected, NameSet rows, SweepReport report, CancellationToken cancel)
    {
        await foreach (var state in _records.WalkAsync("", cancel).ConfigureAwait(false))
        {
            IReadOnlyList<string> paths = SiteNames.KindOf(state.Name) == SourceKind.Asset
                ? AssetNames.WhyNot(state.Name) is null && state.Record?.Outcome != SourceOutcome.Rejected ? [state.Name] : []
                : state.Record?.Live is { } live ? [live.Page, .. live.Aliases] : [];
            foreach (var path in paths)
            {
                expected.Add(path);
                if (!present.Contains(path))
                {
                    report.Lost.Add(path);
                    await account.Publish.SendMessageAsync(PublishMessage.Of(state.Name), cancel).ConfigureAwait(false);
                }
            }

            foreach (var row in state.Record?.Live?.Footprint.Rows ?? [])
            {
                rows.Add(row.List.Partition + "\n" + row.Key);
            }
        }
    }

    private async Task CheckListsAsync(SiteContext site, NameSet present, NameSet expected, NameSet rows, SweepReport report, CancellationToken cancel)
    {
        var split = new NameSet();
        await foreach (var row in account.Lists.QueryAsync<TableEntity>(cancellationToken: cancel).ConfigureAwait(false))
        {
            if (IndexPartition.Parse(row.PartitionKey, site.Settings.Lists.ArchivePage) is not { } partition)
            {
                continue;
            }

            if (row.RowKey.StartsWith(RowKeys.Nodes, StringComparison.Ordinal))
            {
                var node = IndexTable.Node(row);
                if (node.Split)
                {
                    split.Add(row.PartitionKey + "\n" + node.Prefix);
                }

                // Those of an upper level come first.
                await (partition.Shape.Above(node.Prefix) is { } above && !split.Contains(row.PartitionKey + "\n" + above)
                    ? CheckMergedAsync(partition, above, row, report, cancel)
                    : CheckPagesAsync(site, partition, node, present, expected, report, cancel)).ConfigureAwait(false);
            }
            else if (row.RowKey[0] == 'p' && partition.Kind == PartitionKind.Posts && !rows.Contains(row.PartitionKey + "\n" + row.RowKey[1..]))
            {
                await CheckRowAsync(partition, row, report, cancel).ConfigureAwait(false);
            }
            else if (row.RowKey.StartsWith(RowKeys.Marks, StringComparison.Ordinal) && row.Timestamp <= clock.GetUtcNow() - options.StrayGrace)
            {
                // A listing publisher that had lost its lease left it; whoever took the lease may have been done by then.
                report.Strays.Add(row.PartitionKey + " " + row.RowKey);
                await _pending.AddAsync(PendingChange.NameOf(partition), cancel).ConfigureAwait(false);
            }
        }
    }

    // A node below one that shows all its entries itself.
    private async Task CheckMergedAsync(IndexPartition partition, string above, TableEntity row, SweepReport report, CancellationToken cancel)
    {
        report.Strays.Add(row.PartitionKey + " " + row.RowKey);
        await _index.MarkDeepAsync(partition, above, cancel).ConfigureAwait(false);
        await _pending.AddAsync(PendingChange.NameOf(partition), cancel).ConfigureAwait(false);
    }

    private async Task CheckPagesAsync(
        SiteContext site, IndexPartition partition, IndexNode node, NameSet present, NameSet expected, SweepReport report, CancellationToken cancel)
    {
        var paths = PartitionPlanner.PathsOf(partition, node).ToList();
        if (node.Prefix.Length == 0 && partition.Kind == PartitionKind.Posts && (node.Count > 0 || partition.List == ListKey.All))
        {
            paths.AddRange(PartitionViews.FrontPaths(partition.List));
        }

        foreach (var path in paths)
        {
            expected.Add(path.Blob);
            if (!present.Contains(path.Blob))
            {
                report.Lost.Add(path.Blob);
                await _index.MarkAsync(partition, node.Prefix, cancel).ConfigureAwait(false);
                await _pending.AddAsync(PendingChange.NameOf(partition), cancel).ConfigureAwait(false);
            }
        }
    }

    // A row whose post is not in that list: a listing publisher that had lost its lease may have left it.
    private async Task CheckRowAsync(IndexPartition partition, TableEntity row, SweepReport report, CancellationToken cancel)
    {
        var state = await _records.ReadAsync(row.GetString("Name"), cancel).ConfigureAwait(false);
        var here = new ListRow(partition.List, row.RowKey[1..]);
        if (!state.NeedsListing && state.Record?.Live?.Footprint.Rows.Contains(here) != true)
        {
            report.Strays.Add(row.PartitionKey + " " + row.RowKey);
            await _index.ApplyAsync(partition, [new(here.Key, null, null, false)], _ => Task.CompletedTask, cancel).ConfigureAwait(false);
            await _pending.AddAsync(PendingChange.NameOf(partition), cancel).ConfigureAwait(false);
        }
    }

    private async Task CheckSiteAsync(SiteContext site, NameSet present, NameSet expected, SweepReport report, CancellationToken cancel)
    {
        var paths = site.Theme.Assets.Select(asset => asset.Path).Append(SitePaths.NotFound).Append(SitePaths.Robots).ToList();
        paths.ForEach(path => expected.Add(path.Blob));
        var lost = paths.Where(path => !present.Contains(path.Blob)).ToList();
        report.Lost.AddRange(lost.Select(path => path.Blob));
        if (lost.Count > 0 || !present.Contains(SitePaths.Front(ListKind.All, []).Blob))
        {
            await account.Publish.SendMessageAsync(PublishMessage.Of(SiteNames.Settings), cancel).ConfigureAwait(false);
            await _pending.AddAsync(PendingChange.Site, cancel).ConfigureAwait(false);
        }

        foreach (var path in PartitionViews.FrontPaths(ListKey.All))
        {
            expected.Add(path.Blob);
        }

        foreach (var root in PartitionPages.Base(site))
        {
            PartitionPlanner.PathsOf(root, new("", 0, root.Shape.Splits("", 0), null)).ToList().ForEach(path => expected.Add(path.Blob));
        }
    }

    private async Task RemoveStraysAsync(NameSet expected, SweepReport report, CancellationToken cancel)
    {
        // As long as pages are out of date they may still show what looks like a stray.
        var settled = report.Restyled + report.MissedCount == 0;
        var oldest = clock.GetUtcNow() - options.StrayGrace;
        await foreach (var blob in BlobsAsync(cancel).ConfigureAwait(false))
        {
            if (settled && !expected.Contains(blob.Name) && blob.Properties.LastModified <= oldest && await IsStrayAsync(blob, cancel).ConfigureAwait(false))
            {
                var path = SitePath.OfBlob(blob.Name);
                await _web.RemoveAsync(path, await _web.ReadVersionAsync(path, cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);
                report.Strays.Add(blob.Name);
            }
        }
    }

    private async Task<bool> IsStrayAsync(BlobItem blob, CancellationToken cancel)
    {
        if (blob.Name.StartsWith(Images, StringComparison.Ordinal))
        {
            var hash = Path.GetFileName(blob.Name).Split('-')[0];
            return blob.Properties.LastModified <= clock.GetUtcNow() - options.ImageGrace
                && (await _images.SharersAsync(hash, cancel).ConfigureAwait(false)).Count == 0;
        }

        var owner = await _claims.OwnerAsync(blob.Name, cancel).ConfigureAwait(false);
        return owner is null || (await _records.ReadAsync(owner, cancel).ConfigureAwait(false)) is { NeedsListing: false } state && !state.Everything.Paths.Contains(blob.Name);
    }

    private Azure.AsyncPageable<BlobItem> BlobsAsync(CancellationToken cancel) =>
        account.Web.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancel);
}
