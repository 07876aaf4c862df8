using Blobpress.Publishing.Diagnostics;
using Blobpress.Publishing.Images;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Listing;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Sites;
using Blobpress.Publishing.Storage;

namespace Blobpress.Publishing.Sweeping;

/// <summary>
/// Compares all that is stored and has what differs put right. It repairs what events missed, and it is the clock: what
/// is due by now is done. It changes no page itself but through the publishers, so it can run at any time.
/// </summary>
public sealed class Sweep(
    StorageAccount account, SiteStore sites, ListingPublisher listings, ImagePublisher images, PublishingOptions options, TimeProvider clock)
{
    private readonly DueTimes _due = new(account.Lists);
    private readonly SourceComparison _sources = new(account);
    private readonly OutputComparison _outputs = new(account, images, options, clock);
    private readonly ParkedMessages _parked = new(account);
    private readonly ImageSweep _images = new(account, sites, images, options, clock);

    /// <summary>Does what is due and has every source published whose latest version was not taken in. Images come last, so that nothing waits for them.</summary>
    public async Task<SweepReport> RunAsync(CancellationToken cancel)
    {
        var report = new SweepReport();
        await RunAsync(report, cancel).ConfigureAwait(false);
        return Telemetry.Swept(report);
    }

    /// <summary>Also looks at every file of the site: those that are lost are written again, those that nothing accounts for are removed.</summary>
    public async Task<SweepReport> RunThoroughlyAsync(CancellationToken cancel)
    {
        var report = new SweepReport();
        report.Unparked = await _parked.TakeUpAsync(cancel).ConfigureAwait(false);
        var compared = await RunPostsAsync(report, cancel).ConfigureAwait(false);
        await _images.RunAsync(report, cancel).ConfigureAwait(false);
        await _outputs.RunAsync(sites, compared, report, cancel).ConfigureAwait(false);
        await listings.RunAsync(cancel).ConfigureAwait(false);
        return Telemetry.Swept(report);
    }

    /// <summary>As <see cref="RunAsync(CancellationToken)"/>, but asks for no images, which may take a minute.</summary>
    public async Task<SweepReport> RunWithoutImagesAsync(CancellationToken cancel)
    {
        var report = new SweepReport();
        await RunPostsAsync(report, cancel).ConfigureAwait(false);
        return Telemetry.Swept(report);
    }

    /// <summary>Asks again for the images that are due, and has the posts published that show something else by now.</summary>
    public async Task<SweepReport> RunImagesAsync(CancellationToken cancel)
    {
        var report = new SweepReport();
        await _images.RunAsync(report, cancel).ConfigureAwait(false);
        return Telemetry.Swept(report);
    }

    private async Task RunAsync(SweepReport report, CancellationToken cancel)
    {
        await RunPostsAsync(report, cancel).ConfigureAwait(false);
        await _images.RunAsync(report, cancel).ConfigureAwait(false);
    }

    // The settings and theme that all sources were found to be published with; null where some are not, or were not looked at.
    private async Task<SiteContext?> RunPostsAsync(SweepReport report, CancellationToken cancel)
    {
        SiteContext? site = null;
        await DoDueAsync(DueGroup.Posts, report, cancel).ConfigureAwait(false);
        if (await PublishQueueIsShortAsync(cancel).ConfigureAwait(false))
        {
            site = await sites.ReadAsync(cancel).ConfigureAwait(false);
            foreach (var name in await _sources.FindAsync(site, report, options.SweepAtOnce, cancel).ConfigureAwait(false))
            {
                await account.Publish.SendMessageAsync(PublishMessage.Of(name), cancel).ConfigureAwait(false);
            }
        }

        await listings.RunAsync(cancel).ConfigureAwait(false);
        await DoDueAsync(DueGroup.Files, report, cancel).ConfigureAwait(false);
        return report.Restyled + report.MissedCount == 0 ? site : null;
    }

    private async Task DoDueAsync(DueGroup group, SweepReport report, CancellationToken cancel)
    {
        var due = await _due.ReadAsync(group, clock.GetUtcNow(), options.SweepAtOnce, cancel).ConfigureAwait(false);
        await Concurrently.ForEachAsync(due, options.PagesAtOnce, async one =>
        {
            // Done first and struck off then: after a crash in between it is simply done again.
            await (one.Kind switch
            {
                DueKind.Collect => images.Removals.CollectAsync(one.Subject, cancel),
                DueKind.Replaced => images.Removals.CollectReplacedAsync(one.Subject, cancel),
                // Noted among the posts by an earlier version.
                DueKind.Image or DueKind.Host => _due.AddAsync(clock.GetUtcNow(), one.Kind, one.Subject, cancel),
                _ => account.Publish.SendMessageAsync(PublishMessage.Of(one.Subject), cancel),
            }).ConfigureAwait(false);
            await _due.RemoveAsync(one, cancel).ConfigureAwait(false);
        }).ConfigureAwait(false);
        report.Due += due.Count;
    }

    // What the last sweep found may still be waiting; finding it again would only lengthen the queue.
    private async Task<bool> PublishQueueIsShortAsync(CancellationToken cancel) =>
        (await account.Publish.GetPropertiesAsync(cancel).ConfigureAwait(false)).Value.ApproximateMessagesCount < options.SweepAtOnce;
}
