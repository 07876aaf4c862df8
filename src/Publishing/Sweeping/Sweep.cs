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
    private readonly OutputComparison _outputs = new(account, options, clock);
    private readonly ParkedMessages _parked = new(account);

    /// <summary>Does what is due and has every source published whose latest version was not taken in.</summary>
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
        await RunAsync(report, cancel).ConfigureAwait(false);
        await _outputs.RunAsync(await sites.ReadAsync(cancel).ConfigureAwait(false), report, cancel).ConfigureAwait(false);
        await listings.RunAsync(cancel).ConfigureAwait(false);
        return Telemetry.Swept(report);
    }

    private async Task RunAsync(SweepReport report, CancellationToken cancel)
    {
        await DoDueAsync(report, cancel).ConfigureAwait(false);
        if (await PublishQueueIsShortAsync(cancel).ConfigureAwait(false))
        {
            var site = await sites.ReadAsync(cancel).ConfigureAwait(false);
            foreach (var name in await _sources.FindAsync(site, report, options.SweepAtOnce, cancel).ConfigureAwait(false))
            {
                await account.Publish.SendMessageAsync(PublishMessage.Of(name), cancel).ConfigureAwait(false);
            }
        }

        await listings.RunAsync(cancel).ConfigureAwait(false);
    }

    private async Task DoDueAsync(SweepReport report, CancellationToken cancel)
    {
        var site = await sites.ReadAsync(cancel).ConfigureAwait(false);
        foreach (var due in await _due.ReadAsync(clock.GetUtcNow(), options.SweepAtOnce, cancel).ConfigureAwait(false))
        {
            // Done first and struck off then: after a crash in between it is simply done again.
            await (due.Kind switch
            {
                DueKind.Image => images.RetryAsync(due.Subject, site.Settings, cancel),
                DueKind.Collect => images.Removals.CollectAsync(due.Subject, cancel),
                DueKind.Replaced => images.Removals.CollectReplacedAsync(due.Subject, cancel),
                _ => account.Publish.SendMessageAsync(PublishMessage.Of(due.Subject), cancel),
            }).ConfigureAwait(false);
            await _due.RemoveAsync(due, cancel).ConfigureAwait(false);
            report.Due++;
        }
    }

    // What the last sweep found may still be waiting; finding it again would only lengthen the queue.
    private async Task<bool> PublishQueueIsShortAsync(CancellationToken cancel) =>
        (await account.Publish.GetPropertiesAsync(cancel).ConfigureAwait(false)).Value.ApproximateMessagesCount < options.SweepAtOnce;
}
