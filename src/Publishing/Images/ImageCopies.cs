using Azure;
using Blobpress.Publishing.Images.Hosts;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Images;
using Blobpress.Site.Settings;

namespace Blobpress.Publishing.Images;

/// <summary>
/// Lets one publisher at a time, of all instances, work on an image, and has the others take what it finds: so an origin is
/// asked once, however many posts name the image at the same moment.
/// </summary>
internal sealed class ImageCopies(StorageAccount account, ImageMaker maker, HostGuard hosts, TimeProvider clock)
{
    // For the wait for a place at the host and for encoding. A publisher that crashed is waited for only once.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    private readonly ImageRecords _records = new(account.Images);
    private readonly DueTimes _due = new(account.Lists);

    // Hundreds of posts that name one image at the same moment wait for one answer.
    private readonly SharedWork<(string Key, ImageWish Wish), ImageOutcome> _underWay = new();

    /// <summary>The copy of an image, made now where there is none or it is out of date.</summary>
    /// <param name="source">A remote image or an asset.</param>
    /// <param name="wish">What is wanted of it.</param>
    /// <param name="settings">Of the site.</param>
    /// <param name="cancel">Ends the wait; work that has begun goes on, and what it finds is noted.</param>
    public Task<ImageOutcome> GetAsync(ImageSource source, ImageWish wish, SiteSettings settings, CancellationToken cancel) =>
        _underWay.RunAsync((source.Key, wish), () => WorkAsync(source, wish, settings, CancellationToken.None), cancel);

    /// <summary>Has whoever wants the image next ask its source, even where nothing shows it now: for a file beside the posts that changed.</summary>
    public Task DoubtAsync(string key, CancellationToken cancel) => StorageErrors.RetryConflictsAsync(async () =>
    {
        var (record, seen) = await _records.ReadAsync(key, cancel).ConfigureAwait(false);
        if (record is not null)
        {
            await _records.WriteAsync(record with { CheckedAt = null, NextAttempt = null, BusyUntil = null }, seen, cancel).ConfigureAwait(false);
        }
    });

    /// <summary>What a page shows of an image that it waits for no longer; a sweep sees to it that the page is mended.</summary>
    /// <param name="key">The image.</param>
    /// <param name="card">Whether the crop for social cards is wanted.</param>
    /// <param name="reason">Why it waits no longer.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<ImageOutcome> OweAsync(string key, bool card, string reason, CancellationToken cancel)
    {
        // Before the page shows that something is missing.
        await _due.AddAsync(clock.GetUtcNow(), DueKind.Image, key, cancel).ConfigureAwait(false);
        var (record, _) = await _records.ReadAsync(key, cancel).ConfigureAwait(false);
        return record is { Encoded: not null, Failure: null } ? Outcome(record, card) : Missing(record, card, record?.Failure ?? reason);
    }

    private async Task<ImageOutcome> WorkAsync(ImageSource source, ImageWish wish, SiteSettings settings, CancellationToken cancel)
    {
        while (true)
        {
            var (record, seen) = await _records.ReadAsync(source.Key, cancel).ConfigureAwait(false);
            record ??= new() { Key = source.Key };
            var now = clock.GetUtcNow();
            if (!wish.Ask && record.IsSettled(wish.Card, settings, now))
            {
                return Outcome(record, wish.Card);
            }

            if (record.BusyUntil > now)
            {
                await Task.Delay(Poll, clock, cancel).ConfigureAwait(false);
                continue;
            }

            var closed = await ClosedAsync(source, record, wish, settings, now, cancel).ConfigureAwait(false);
            if (closed is not null && await StandAsync(record, closed, wish, settings, cancel).ConfigureAwait(false) is { } standing)
            {
                return standing;
            }

            ImageRecord? made = null;
            try
            {
                var claim = record with { BusyUntil = now + settings.Fetch.TotalTimeout + settings.Fetch.TotalTimeout + settings.Fetch.DecodeTimeout + Margin };
                seen = await _records.WriteAsync(claim, seen, cancel).ConfigureAwait(false);
                made = await maker.MakeAsync(source, record, wish, closed, settings, cancel).ConfigureAwait(false) with { BusyUntil = null };
                await AnnounceAsync(record, made, cancel).ConfigureAwait(false);
                await _records.WriteAsync(made, seen, cancel).ConfigureAwait(false);
                return Outcome(made, wish.Card);
            }
            catch (RequestFailedException error) when (error.IsConflict())
            {
                // Another publisher took it in hand; what it finds is good for this one too. Only the files are left that were
                // made here, where that one makes others.
                if (made?.Encoded is { } lost && lost.Hash != record.Encoded?.Hash)
                {
                    await maker.ReplaceAsync(new(source.Key, lost, made.Original), cancel).ConfigureAwait(false);
                }
            }
        }
    }

    private async Task<ClosedHost?> ClosedAsync(
        ImageSource source, ImageRecord record, ImageWish wish, SiteSettings settings, DateTimeOffset now, CancellationToken cancel) =>
        source is ImageSource.Remote(var url, _) && (wish.Ask || record.Original is null || !record.IsFresh(settings.Fetch, now))
            ? await hosts.AskAsync(url, wish.Patient, settings.Fetch, cancel).ConfigureAwait(false)
            : null;

    // What there is as long as the host is not asked; null where something else can be made of what is at hand.
    private async Task<ImageOutcome?> StandAsync(ImageRecord record, ClosedHost closed, ImageWish wish, SiteSettings settings, CancellationToken cancel)
    {
        if (record is { Encoded: not null, Failure: null })
        {
            return record.IsMadeFor(wish.Card, settings.Images) ? Outcome(record, wish.Card) : null;
        }

        await hosts.WaitAsync(closed, record.Key, cancel).ConfigureAwait(false);
        return Missing(record, wish.Card, closed.Reason);
    }

    // The post that asked shows the change by itself. The others are seen to when this is due: noted first, so that nothing is lost.
    private Task AnnounceAsync(ImageRecord before, ImageRecord made, CancellationToken cancel)
    {
        var isNew = before.Encoded is null && before.Failure is null;
        var same = before.Encoded?.Hash == made.Encoded?.Hash && before.Failure is null == made.Failure is null;
        return isNew || same ? Task.CompletedTask : _due.AddAsync(clock.GetUtcNow(), DueKind.Image, made.Key, cancel);
    }

    private static ImageOutcome Outcome(ImageRecord record, bool card) => record.Failure is { } reason
        ? Missing(record, card, reason)
        : new ImageOutcome.Ready(Shown(record, card) ?? throw new InvalidOperationException("An image that did not fail is there."));

    private static ImageOutcome.Missing Missing(ImageRecord? record, bool card, string reason) => new(reason, Shown(record, card));

    private static EncodedImage? Shown(ImageRecord? record, bool card) =>
        record?.Encoded is { } encoded ? encoded with { SocialCard = encoded.SocialCard && card } : null;
}
