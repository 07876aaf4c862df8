using Blobpress.Publishing.Images;
using Blobpress.Publishing.Images.Network;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Sites;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Settings;

namespace Blobpress.Publishing.Sweeping;

/// <summary>
/// Asks again for the images and hosts that are due, side by side by host, as long as <see cref="PublishingOptions.ImageSweepTime"/>
/// lasts; what is left is due as before. Then has the posts published that show something else by now, each once.
/// </summary>
internal sealed class ImageSweep(StorageAccount account, SiteStore sites, ImagePublisher images, PublishingOptions options, TimeProvider clock)
{
    private const int HostsAtOnce = 64;

    private readonly DueTimes _due = new(account.Lists);

    public async Task RunAsync(SweepReport report, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var due = await _due.ReadAsync(DueGroup.Images, now, options.SweepAtOnce, cancel).ConfigureAwait(false);
        if (due.Count == 0)
        {
            return;
        }

        var settings = (await sites.ReadAsync(cancel).ConfigureAwait(false)).Settings;
        var done = new List<Step>();
        using var budget = new CancellationTokenSource(options.ImageSweepTime, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, budget.Token);
        await Concurrently.ForEachAsync(due.GroupBy(HostOf), HostsAtOnce, host =>
            Concurrently.ForEachAsync(host, options.ImagesAtOnce, async one =>
            {
                if (await TryAsync(one, now, settings, either.Token, cancel).ConfigureAwait(false) is { } step)
                {
                    lock (done)
                    {
                        done.Add(step);
                    }
                }
            })).ConfigureAwait(false);
        await TellAsync(done, cancel).ConfigureAwait(false);
        report.Due += done.Count;
        report.ImagesLeft = due.Count - done.Count;
    }

    // Null where the time was over first.
    private async Task<Step?> TryAsync(DueTime one, DateTimeOffset now, SiteSettings settings, CancellationToken budget, CancellationToken cancel)
    {
        var wish = new ImageWish(Patient: !options.LeaveSlowHosts);
        try
        {
            budget.ThrowIfCancellationRequested();
            return one.Kind == DueKind.Host
                ? Step.Of(one, await images.Renewals.ReviveAsync(one.Subject, wish, now, settings, budget).ConfigureAwait(false))
                : Step.Of(one, await images.Renewals.RenewAsync(one.Subject, one.After, wish, settings, budget).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (budget.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            return null;
        }
    }

    // Posts are told, and what is left to do is noted, before anything is struck off: after a crash in between it is done again.
    private async Task TellAsync(List<Step> done, CancellationToken cancel)
    {
        await Concurrently.ForEachAsync(done.SelectMany(step => step.Posts).Distinct(), options.PagesAtOnce, post =>
            account.Publish.SendMessageAsync(PublishMessage.Of(post), cancel)).ConfigureAwait(false);
        await Concurrently.ForEachAsync(done, options.PagesAtOnce, step => SettleAsync(step, cancel)).ConfigureAwait(false);
    }

    private async Task SettleAsync(Step step, CancellationToken cancel)
    {
        foreach (var (image, after) in step.Unfinished)
        {
            await _due.AddAsync(clock.GetUtcNow(), DueKind.Image, image, cancel, after).ConfigureAwait(false);
        }

        foreach (var (waiter, _) in step.Revival.Renewals)
        {
            await images.Renewals.SettleAsync(waiter, cancel).ConfigureAwait(false);
        }

        if (!step.Revival.More)
        {
            await _due.RemoveAsync(step.Due, cancel).ConfigureAwait(false);
        }
    }

    // Those that are due for another reason than their host have it too.
    private static string HostOf(DueTime due) => due.Kind == DueKind.Host ? due.Subject
        : Uri.TryCreate(due.Subject, UriKind.Absolute, out var url) && url.Host.Length > 0 ? HostName.Of(url)
        : "";

    private sealed record Step(DueTime Due, Revival Revival, IReadOnlyList<Renewal> Renewals)
    {
        public IEnumerable<string> Posts => Renewals.SelectMany(renewal => renewal.Posts);

        /// <summary>Images whose posts were not all looked at, with the last one that was.</summary>
        public IEnumerable<(string Image, string After)> Unfinished { get; private init; } = [];

        public static Step Of(DueTime due, Renewal renewal) =>
            new(due, Revival.Nothing, [renewal]) { Unfinished = renewal.After is { } after ? [(due.Subject, after)] : [] };

        public static Step Of(DueTime due, Revival revival) => new(due, revival, [.. revival.Renewals.Select(one => one.Renewal)])
        {
            Unfinished = [.. revival.Renewals.Where(one => one.Renewal.After is not null).Select(one => (one.Waiter.Key, one.Renewal.After!))],
        };
    }
}
