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
public sealed class LocalPublisher : IAsyncDisposable
{
    private const int AtOnce = 8;
    private const int MostOwed = 1000;
    private const string Lists = "the lists";
    private const string Sweeping = "a sweep";

    // Each round takes in thousands of names; that many rounds mean that two of them undo each other's work.
    private const int MostRounds = 1000;

    // Without anything new for so long, what is found again and again is left.
    private static readonly TimeSpan LongestStandstill = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly DateTimeOffset _started = DateTimeOffset.UtcNow;
    private readonly StorageAccount _account;
    private readonly ImageFetcher _fetcher;
    private readonly Publishers _publishers;
    private readonly PublishQueue _queue;
    private readonly HostMarks _marks;
    private readonly OtherHands _others;
    private readonly Faults _faults = new();
    private bool _crashed;
    private bool _alone;

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
        _marks = new(_account.State);
        _others = new(_account, _publishers.Listings);
    }

    /// <summary>How long what other hosts have in hand is waited for without anything new; a lease and a message are free again after a minute.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>What became of each upload.</summary>
    public ReceiptStore Receipts => _publishers.Receipts;

    /// <summary>Makes whatever the storage lacks, and the pages of an empty site.</summary>
    public async Task PrepareAsync(CancellationToken cancel)
    {
        await _account.CreateAsync(cancel);
        (_crashed, _alone) = await _marks.EnterAsync(cancel);
        if (_alone)
        {
            await _publishers.Listings.BreakLeaseAsync(cancel);
        }

        await _publishers.Sources.PublishAsync(SiteNames.Settings, cancel);
        await _publishers.Listings.RunAsync(cancel);
    }

    /// <summary>Publishes these names and all else that is not up to date, whatever the last run left.</summary>
    /// <param name="names">The names that changed.</param>
    /// <param name="wait">Also wait for what other hosts have in hand.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>
    /// The latest report for each post among them or found besides, and for settings or theme that are not right; and why the site
    /// is not up to date, as a sentence, or null where it is.
    /// </returns>
    public async Task<(IReadOnlyList<PostReport> Reports, string? Unsettled)> PublishAllAsync(IReadOnlyList<string> names, bool wait, CancellationToken cancel)
    {
        var reports = (await PublishAsync(names, cancel)).ToDictionary(report => report.Source);
        var sweep = SweeperOfThisRun();
        var rest = new Standstill(TimeProvider.System);
        for (var round = 1; ; round++)
        {
            var found = await SweepOnceAsync(sweep, cancel);
            var worked = await WorkAllAsync(Take, cancel);
            var held = wait ? await _others.HoldAsync(cancel) : null;
            var isClean = found?.IsClean == true && _faults.AreNone;
            if (isClean && !worked && held is null)
            {
                return (Sorted(reports.Values), null);
            }

            if (round == MostRounds || rest.Lasts($"{found?.ToLine()} {held}", isClean ? LongestWait : LongestStandstill))
            {
                return (Sorted(reports.Values), _faults.Sentence ?? Unsettled(found, held));
            }

            if (rest.HasBegun)
            {
                await Task.Delay(Pause, cancel);
            }
        }

        void Take(IReadOnlyList<PostReport> later)
        {
            foreach (var report in later.Where(report => !report.Repeated))
            {
                rest.End();
                reports[report.Source] = report;
            }
        }
    }

    private async Task<SweepReport?> SweepOnceAsync(Sweep sweep, CancellationToken cancel)
    {
        SweepReport? found = null;
        await _faults.TolerateAsync(() => _faults.NoteAsync(Sweeping, async () =>
            found = await (_crashed ? sweep.RunThoroughlyAsync(cancel) : sweep.RunAsync(cancel))));
        return found;
    }

    // True where there was something to do, after which a sweep has to look again.
    private async Task<bool> WorkAllAsync(Action<IReadOnlyList<PostReport>> take, CancellationToken cancel)
    {
        var worked = false;
        for (var more = true; more;)
        {
            // What failed comes again, in a minute or found by the sweep.
            more = false;
            await _faults.TolerateAsync(async () => more = await WorkOnceAsync(take, cancel));
            worked |= more;
        }

        return worked;
    }

    private static string Unsettled(SweepReport? found, string? held) =>
        held is not null && found?.IsClean == true
            ? $"Another host {held}; the site is not up to date before that is done."
            : $"The site does not come to rest: {found?.ToLine()}.";

    /// <summary>Makes the site match the sources of these names; a name whose source is gone is removed from the site.</summary>
    /// <returns>A report for each post among them, and for settings or theme that are not right.</returns>
    public async Task<IReadOnlyList<PostReport>> PublishAsync(IReadOnlyList<string> names, CancellationToken cancel)
    {
        var reports = new List<PostReport>();

        // Settings first: posts are read with them. Assets next: posts show them.
        foreach (var kind in names.GroupBy(SiteNames.KindOf).OrderBy(kind => kind.Key switch { SourceKind.Site => 0, SourceKind.Asset => 1, _ => 2 }))
        {
            await Parallel.ForEachAsync(kind, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (name, stop) =>
                await _faults.TolerateAsync(() => PublishAsync(name, reports, stop)));
        }

        await _faults.TolerateAsync(() => ListAsync(cancel));
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
            await ListAsync(cancel);
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

    /// <summary>The images that pages wait for, as many as a report names, and how many there are besides.</summary>
    public Task<(IReadOnlyList<OwedImage> Images, int More)> OwedImagesAsync(CancellationToken cancel) => _publishers.OwedImages.ReadAsync(MostOwed, cancel);

    /// <summary>All is done that was begun; the next start need not look for leftovers.</summary>
    public Task FinishAsync() => _marks.LeaveAsync();

    public async ValueTask DisposeAsync()
    {
        await _marks.DisposeAsync();
        _fetcher.Dispose();
    }

    // What a crash left in the site is older than this run, where no other host is at work.
    private Sweep SweeperOfThisRun()
    {
        var options = new PublishingOptions { LeaveSlowHosts = true };
        return _publishers.SweepWith(_alone ? options with { StrayGrace = DateTimeOffset.UtcNow - _started } : options);
    }

    private Task ListAsync(CancellationToken cancel) => _faults.NoteAsync(Lists, () => _publishers.Listings.RunAsync(cancel));

    private async Task PublishAsync(string name, List<PostReport> reports, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        await _faults.NoteAsync(name, async () => Note(await _publishers.Sources.PublishAsync(name, cancel), watch, reports));
    }

    private async Task TakeUpAsync(string message, List<PostReport> reports, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        // A step of a comparison, of whatever kind, names no post.
        var name = PublishMessage.NameOrNone(message) ?? Sweeping;
        await _faults.NoteAsync(name, async () =>
        {
            if (await _publishers.Messages.TakeUpAsync(message, cancel) is { } report)
            {
                Note(report, watch, reports);
            }
        });
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
