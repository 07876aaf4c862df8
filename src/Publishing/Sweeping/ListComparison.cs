using Azure;
using Azure.Data.Tables;
using Blobpress.Publishing.Images;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Listing;
using Blobpress.Publishing.Sites;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Listings;

namespace Blobpress.Publishing.Sweeping;

/// <summary>Compares the rows of lists with the records of posts, and the pages of lists with both.</summary>
internal sealed class ListComparison(StorageAccount account, PublishingOptions options, TimeProvider clock)
{
    private readonly PostRecords _records = new(account.Records);
    private readonly PendingChanges _pending = new(account.Lists, account.Changed);
    private readonly ListIndex _index = new(new IndexTable(account.Lists));
    private readonly DueTimes _due = new(account.Lists);
    private readonly Relisting _relisting = new(account);
    private readonly LinkIndex _links = new(account.Lists);
    private readonly PostSource _sources = new(account.Posts);

    /// <summary>Walks all rows once, and the records again only where rows are missing.</summary>
    public async Task RunAsync(SiteContext site, NameSet present, ExpectedParts expected, SweepReport report, CancellationToken cancel)
    {
        var split = new NameSet();
        var old = clock.GetUtcNow() - options.StrayGrace;
        await foreach (var row in account.Lists.QueryAsync<TableEntity>(cancellationToken: cancel).ConfigureAwait(false))
        {
            if (DueTimes.IsDue(row))
            {
                await CheckDueAsync(row, old, expected, report, cancel).ConfigureAwait(false);
            }
            else if (LinkIndex.UseIn(row) is { } use)
            {
                if (row.Timestamp <= old && !expected.Links.Contains(ExpectedParts.Use(use.Key, use.Post)))
                {
                    await CheckLinkAsync(use, report, cancel).ConfigureAwait(false);
                }
            }
            else if (IndexPartition.Parse(row.PartitionKey, site.Settings.Lists.ArchivePage) is { } partition)
            {
                await CheckAsync(site, partition, row, old, split, present, expected, report, cancel).ConfigureAwait(false);
            }
        }

        if (expected.RowsFound < expected.Rows.Count)
        {
            await RestoreAsync(report, cancel).ConfigureAwait(false);
        }
    }

    private async Task CheckAsync(
        SiteContext site, IndexPartition partition, TableEntity row, DateTimeOffset old, NameSet split, NameSet present, ExpectedParts expected, SweepReport report, CancellationToken cancel)
    {
        if (row.RowKey.StartsWith(RowKeys.Nodes, StringComparison.Ordinal))
        {
            var node = IndexTable.Node(row);
            if (node.Split)
            {
                split.Add(row.PartitionKey + "\n" + node.Prefix);
            }

            // Those of an upper level come first.
            await (partition.Shape.Above(node.Prefix) is { } above && !split.Contains(row.PartitionKey + "\n" + above) ? CheckMergedAsync(partition, above, row, report, cancel)
                : node.Count == 0 && row.Timestamp <= old ? CheckEmptyAsync(partition, node, row, report, cancel)
                : CheckPagesAsync(site, partition, node, present, expected, report, cancel)).ConfigureAwait(false);
        }
        else if (row.RowKey.StartsWith(RowKeys.Marks, StringComparison.Ordinal))
        {
            await CheckMarkAsync(partition, row, old, report, cancel).ConfigureAwait(false);
        }
        else if (row.RowKey.StartsWith(RowKeys.Entry(""), StringComparison.Ordinal) && partition.Kind != PartitionKind.Terms)
        {
            await CheckRowAsync(partition, row, expected, report, cancel).ConfigureAwait(false);
        }
    }

    // A listing publisher that had lost its lease left it; whoever took the lease may have been done by then.
    private async Task CheckMarkAsync(IndexPartition partition, TableEntity row, DateTimeOffset old, SweepReport report, CancellationToken cancel)
    {
        if (row.Timestamp <= old)
        {
            report.Add(Violation.StrayMark, row.PartitionKey + " " + row.RowKey);
            await _pending.AddAsync(PendingChange.NameOf(partition), cancel).ConfigureAwait(false);
        }
    }

    // A node below one that shows all its entries itself.
    private async Task CheckMergedAsync(IndexPartition partition, string above, TableEntity row, SweepReport report, CancellationToken cancel)
    {
        report.Add(Violation.StrayNode, row.PartitionKey + " " + row.RowKey);
        await _index.MarkDeepAsync(partition, above, cancel).ConfigureAwait(false);
        await _pending.AddAsync(PendingChange.NameOf(partition), cancel).ConfigureAwait(false);
    }

    private async Task CheckEmptyAsync(IndexPartition partition, IndexNode node, TableEntity row, SweepReport report, CancellationToken cancel)
    {
        report.Add(Violation.StrayNode, row.PartitionKey + " " + row.RowKey);
        await _index.MarkAsync(partition, node.Prefix, cancel).ConfigureAwait(false);
        await _pending.AddAsync(PendingChange.NameOf(partition), cancel).ConfigureAwait(false);
    }

    private async Task CheckPagesAsync(
        SiteContext site, IndexPartition partition, IndexNode node, NameSet present, ExpectedParts expected, SweepReport report, CancellationToken cancel)
    {
        var paths = PartitionPlanner.PathsOf(site, partition, node).ToList();
        if (node.Prefix.Length == 0 && partition.Kind == PartitionKind.Posts && (node.Count > 0 || partition.List == ListKey.All))
        {
            paths.AddRange(PartitionPlanner.FrontPathsOf(site, partition));
        }

        foreach (var path in paths)
        {
            expected.Files.Add(path.Blob);
            if (!present.Contains(path.Blob))
            {
                report.Add(Violation.LostFile, path.Blob);
                await _index.MarkAsync(partition, node.Prefix, cancel).ConfigureAwait(false);
                await _pending.AddAsync(PendingChange.NameOf(partition), cancel).ConfigureAwait(false);
            }
        }
    }

    // A row whose post is not in that list: a listing publisher that had lost its lease may have left it.
    private async Task CheckRowAsync(IndexPartition partition, TableEntity row, ExpectedParts expected, SweepReport report, CancellationToken cancel)
    {
        var key = row.RowKey[RowKeys.Entry("").Length..];
        if (expected.Rows.Contains(ExpectedParts.Row(partition, key)))
        {
            expected.RowsFound++;
        }
        else if (EntryColumns.NameOf(row) is { } name && await _relisting.RemoveAsync(partition, key, name, cancel).ConfigureAwait(false))
        {
            report.Add(Violation.StrayRow, row.PartitionKey + " " + row.RowKey);
        }
    }

    private async Task CheckDueAsync(TableEntity row, DateTimeOffset old, ExpectedParts expected, SweepReport report, CancellationToken cancel)
    {
        var due = DueTimes.Of(row);
        if (due.Kind is DueKind.Collect)
        {
            expected.Leaving.Add(due.Subject);
        }
        else if (due.Kind is DueKind.Replaced)
        {
            var copy = ReplacedCopy.Of(due.Subject);
            expected.Leaving.Add(ExpectedParts.Use(copy.Image.Hash, copy.Key));
            expected.Keep(ImageFiles.NameOf(copy.Original));
        }
        else if (due.Kind is DueKind.Post && row.Timestamp <= old && !expected.Names.Contains(due.Subject)
            && (await _records.ReadAsync(due.Subject, cancel).ConfigureAwait(false)).RecordETag is null)
        {
            // A post that comes again is noted again, which gives the row another ETag.
            report.Add(Violation.StrayDue, row.PartitionKey + " " + row.RowKey);
            await _due.RemoveAsync(due, cancel).ConfigureAwait(false);
        }
    }

    // A publisher that failed between the note and its record left it; one that is at work notes it again.
    private async Task CheckLinkAsync(LinkUse use, SweepReport report, CancellationToken cancel)
    {
        var state = await _records.ReadAsync(use.Post, cancel).ConfigureAwait(false);
        var etag = state.Record is { Outcome: not SourceOutcome.Removed } record ? record.SourceETag : null;
        if (state.NeedsListing || state.Everything.Links.Contains(use.Key) || !await _sources.IsStillAsync(use.Post, etag, cancel).ConfigureAwait(false))
        {
            return;
        }

        try
        {
            await _links.RemoveUseAsync(use.Key, use.Post, use.ETag, cancel).ConfigureAwait(false);
            report.Add(Violation.StrayLink, $"{use.Key} by {use.Post}");
        }
        catch (RequestFailedException error) when (error.IsConflict())
        {
            // It was noted again, or somebody else was here.
        }
    }

    private async Task RestoreAsync(SweepReport report, CancellationToken cancel)
    {
        await foreach (var state in _records.WalkAsync("", cancel).ConfigureAwait(false))
        {
            if (await _relisting.RestoreAsync(state, cancel).ConfigureAwait(false))
            {
                report.Add(Violation.UnlistedPost, state.Name);
            }
        }
    }
}
