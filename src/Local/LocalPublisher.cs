using System.Diagnostics;
using Blobpress.Local.Options;
using Blobpress.Local.Reports;
using Blobpress.Publishing;
using Blobpress.Publishing.Hosting;
using Blobpress.Publishing.Images;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Sites;
using Blobpress.Publishing.Storage;

namespace Blobpress.Local;

/// <summary>Runs the publishers as the Functions app does: an event for each file, queues worked off, sweeps.</summary>
public sealed class LocalPublisher : IDisposable
{
    private static readonly TimeSpan Invisible = TimeSpan.FromMinutes(1);
    private const int AtOnce = 8;
    private const int MostMessages = 32;

    private readonly StorageAccount _account;
    private readonly ImageFetcher _fetcher;
    private readonly Publishers _publishers;

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
    }

    /// <summary>Makes whatever the storage lacks, and the pages of an empty site.</summary>
    public async Task PrepareAsync(CancellationToken cancel)
    {
        await _account.CreateAsync(cancel);
        await _publishers.Listings.BreakLeaseAsync(cancel);
        await _publishers.Sources.PublishAsync(SiteNames.Settings, cancel);
        await _publishers.Listings.RunAsync(cancel);
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
            {
                var report = await PublishAsync(name, stop);
                if (kind.Key == SourceKind.Post || report.Outcome == PostOutcome.Rejected)
                {
                    lock (reports)
                    {
                        reports.Add(report);
                    }
                }
            });
        }

        await FinishAsync(cancel);
        return [.. reports.OrderBy(report => report.Source, StringComparer.Ordinal)];
    }

    /// <summary>Repairs what no event told of, and does what is due.</summary>
    public async Task SweepAsync(bool thorough, CancellationToken cancel)
    {
        await (thorough ? _publishers.Sweep.RunThoroughlyAsync(cancel) : _publishers.Sweep.RunAsync(cancel));
        await FinishAsync(cancel);
    }

    public void Dispose() => _fetcher.Dispose();

    private async Task<PostReport> PublishAsync(string name, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        var report = await _publishers.Sources.PublishAsync(name, cancel);
        return new()
        {
            Source = name,
            Outcome = Enum.Parse<PostOutcome>(report.Outcome.ToString()),
            Url = report.Url,
            Title = report.Title,
            Reasons = report.Reasons,
            Images = [.. report.Images.Select(image => new Reports.ImageReport(image.Url, image.Origin, image.Outcome, image.Reason))],
            Milliseconds = watch.ElapsedMilliseconds,
        };
    }

    // Lists, then whatever publishing one post asked of another, until nothing is left.
    private async Task FinishAsync(CancellationToken cancel)
    {
        do
        {
            await _publishers.Listings.RunAsync(cancel);
        }
        while (await WorkQueueAsync(cancel));

        await _account.Changed.ClearMessagesAsync(cancel);
    }

    private async Task<bool> WorkQueueAsync(CancellationToken cancel)
    {
        var messages = (await _account.Publish.ReceiveMessagesAsync(MostMessages, Invisible, cancel)).Value;
        await Parallel.ForEachAsync(messages, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (message, stop) =>
        {
            await _publishers.Sources.PublishAsync(PublishMessage.NameIn(message.Body.ToString()), stop);
            await _account.Publish.DeleteMessageAsync(message.MessageId, message.PopReceipt, stop);
        });
        return messages.Length > 0;
    }
}
