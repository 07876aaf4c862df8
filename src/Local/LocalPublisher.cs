using System.Diagnostics;
using Blobpress.Local.Keeping;
using Blobpress.Local.Options;
using Blobpress.Local.Reports;
using Blobpress.Publishing;
using Blobpress.Publishing.Hosting;
using Blobpress.Publishing.Images;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Receipts;
using Blobpress.Publishing.Sites;
using Blobpress.Publishing.Storage;
using Blobpress.Publishing.Sweeping;

namespace Blobpress.Local;

/// <summary>Runs the publishers as the Functions app does: an event for each file, queues worked off, sweeps.</summary>
public sealed class LocalPublisher : IDisposable
{
    private const int AtOnce = 8;

    // Each round takes in thousands of names; that many rounds mean that two of them undo each other's work.
    private const int MostRounds = 1000;

    private readonly DateTimeOffset _started = DateTimeOffset.UtcNow;
    private readonly StorageAccount _account;
    private readonly ImageFetcher _fetcher;
    private readonly Publishers _publishers;
    private readonly PublishQueue _queue;
    private readonly UnfinishedMark _mark;
    private bool _crashed;

    /// <summary>A publisher in a storage.</summary>
    /// <param name="connectionString">Holds the sources and takes the site.</param>
    /// <param name="connectTo">Where images of some hosts are really to be had.</param>
    public LocalPublisher(string connectionString, IReadOnlyList<ConnectTo> connectTo)
    {
        _account = StorageConnection.Open(connectionString);
        _fetcher = new(new ImageFetcherOptions
        {
            ConnectTo = [.. connectTo.Select(to => new Blobpress.Publishing.Images.Network.ConnectOverride(to.Host, to.Port, to.Target.Address, to.Target.Port))],
        });
        _publishers = new(_account, _fetcher, new PublishingOptions(), TimeProvider.System);
        _queue = new(_account.Publish, _account.Parked.Single(queue => queue.Name == _account.Publish.Name + "-poison"));
        _mark = new(_account.State);
    }

    /// <summary>What became of each upload.</summary>
    public ReceiptStore Receipts => _publishers.Receipts;

    /// <summary>Makes whatever the storage lacks, and the pages of an empty site.</summary>
    public async Task PrepareAsync(CancellationToken cancel)
    {
        await _account.CreateAsync(cancel);
        _crashed = await _mark.SetAsync(cancel);
        await _publishers.Listings.BreakLeaseAsync(cancel);
        await _publishers.Sources.PublishAsync(SiteNames.Settings, cancel);
        await _publishers.Listings.RunAsync(cancel);
    }

    /// <summary>Publishes these names and all else that is not up to date, whatever the last run left.</summary>
    /// <returns>The latest report for each post among them or found besides, and for settings or theme that are not right.</returns>
    public async Task<IReadOnlyList<PostReport>> PublishAllAsync(IReadOnlyList<string> names, CancellationToken cancel)
    {
        var reports = (await PublishAsync(names, cancel)).ToDictionary(report => report.Source);
        var sweep = SweeperOfThisRun();
        for (var round = 0; round < MostRounds; round++)
        {
            var found = await (_crashed ? sweep.RunThoroughlyAsync(cancel) : sweep.RunAsync(cancel));
            while (await WorkOnceAsync(Take, cancel))
            {
            }

            if (found.IsClean)
            {
                break;
            }
        }

        return Sorted(reports.Values);

        void Take(IReadOnlyList<PostReport> later)
        {
            foreach (var report in later.Where(report => !report.Repeated))
            {
                reports[report.Source] = report;
            }
        }
    }

    /// <summary>Makes the site match the sources of these names; a name whose source is gone is removed from the site.</summary>
    /// <returns>A report for each post among them, and for settings or theme that are not right.</returns>
    public async Task<IReadOnlyList<PostReport>> PublishAsync(IReadOnlyList<string> names, CancellationToken cancel)
    {
        var reports = new List<PostReport>();

        // Settings first: posts are read with them. Assets next: posts show them.
        foreach (var kind in names.GroupBy(SiteNames.KindOf).OrderBy(kind => kind.Key switch { SourceKind.Site => 0, SourceKind.Asset => 1, _ => 2 }))
        {
            await Parallel.ForEachAsync(kind, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (name, stop) =>
                await PublishAsync(name, reports, stop));
        }

        await _publishers.Listings.RunAsync(cancel);
        return Sorted(reports);
    }

    /// <summary>Works off some of the publish queue and tells the lists of it.</summary>
    /// <param name="take">Gets the reports.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>True where there may be more.</returns>
    public async Task<bool> WorkOnceAsync(Action<IReadOnlyList<PostReport>> take, CancellationToken cancel)
    {
        var reports = new List<PostReport>();
        try
        {
            return await _queue.WorkAsync((message, stop) => TakeUpAsync(message, reports, stop), cancel) > 0;
        }
        finally
        {
            take(Sorted(reports));

            // What the lists are to be told of stands in a table; the messages would only wake a host that slept.
            await _publishers.Listings.RunAsync(cancel);
            await _account.Changed.ClearMessagesAsync(cancel);
        }
    }

    /// <summary>True where something is due by now, or where an event tells of a deletion.</summary>
    public async Task<bool> IsSweepWantedAsync(CancellationToken cancel)
    {
        var events = await _account.Removed.PeekMessagesAsync(1, cancel);
        if (events.Value.Length > 0)
        {
            // The sweep finds what was deleted by itself.
            await _account.Removed.ClearMessagesAsync(cancel);
            return true;
        }

        return await IsDueAsync(DueGroup.Posts, cancel) || await IsDueAsync(DueGroup.Files, cancel);
    }

    private async Task<bool> IsDueAsync(DueGroup group, CancellationToken cancel) =>
        (await new DueTimes(_account.Lists).ReadAsync(group, TimeProvider.System.GetUtcNow(), 1, cancel)).Count > 0;

    /// <summary>Does what is due, and has what no event told of put into the publish queue.</summary>
    public Task SweepAsync(CancellationToken cancel) => _publishers.Sweep.RunWithoutImagesAsync(cancel);

    /// <summary>Asks again for the images that are due, which may take a minute.</summary>
    public Task RetryImagesAsync(CancellationToken cancel) => _publishers.Sweep.RunImagesAsync(cancel);

    /// <summary>All is done that was begun; the next start need not look for leftovers.</summary>
    public Task FinishAsync() => _mark.ClearAsync();

    public void Dispose() => _fetcher.Dispose();

    // What a crash left in the site is older than this run, and no other host is at work.
    private Sweep SweeperOfThisRun() =>
        _publishers.SweepWith(new() { StrayGrace = DateTimeOffset.UtcNow - _started, LeaveSlowHosts = true });

    private async Task PublishAsync(string name, List<PostReport> reports, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        Note(await _publishers.Sources.PublishAsync(name, cancel), watch, reports);
    }

    private async Task TakeUpAsync(string message, List<PostReport> reports, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        if (await _publishers.Messages.TakeUpAsync(message, cancel) is { } report)
        {
            Note(report, watch, reports);
        }
    }

    private static void Note(PublishReport published, Stopwatch watch, List<PostReport> reports)
    {
        var report = PostReport.Of(published, watch.ElapsedMilliseconds);
        if (SiteNames.KindOf(published.Source) == SourceKind.Post || report.Outcome == PostOutcome.Rejected)
        {
            lock (reports)
            {
                reports.Add(report);
            }
        }
    }

    private static PostReport[] Sorted(IEnumerable<PostReport> reports) => [.. reports.OrderBy(report => report.Source, StringComparer.Ordinal)];
}
