using Azure;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Images;
using Blobpress.Site.Settings;

namespace Blobpress.Publishing.Images;

/// <summary>
/// Lets one publisher at a time, of all instances, work on an image, and has the others take what it finds: so an origin is
/// asked once, however many posts name the image at the same moment.
/// </summary>
internal sealed class ImageCopies(StorageAccount account, ImageMaker maker, TimeProvider clock)
{
    // For the wait for a place at the host and for encoding. A publisher that crashed is waited for only once.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    private readonly ImageRecords _records = new(account.Images);
    private readonly DueTimes _due = new(account.Lists);

    /// <summary>The copy of an image, made now where there is none or it is out of date.</summary>
    /// <param name="source">A remote image or an asset.</param>
    /// <param name="card">Whether the crop for social cards is wanted.</param>
    /// <param name="ask">Ask its source even where that is not due.</param>
    /// <param name="settings">Of the site.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<ImageOutcome> GetAsync(ImageSource source, bool card, bool ask, SiteSettings settings, CancellationToken cancel)
    {
        while (true)
        {
            var (record, seen) = await _records.ReadAsync(source.Key, cancel).ConfigureAwait(false);
            record ??= new() { Key = source.Key };
            var now = clock.GetUtcNow();
            if (!ask && record.IsSettled(card, settings, now))
            {
                return Outcome(record, card);
            }

            if (record.BusyUntil > now)
            {
                await Task.Delay(Poll, clock, cancel).ConfigureAwait(false);
                continue;
            }

            try
            {
                var claim = record with { BusyUntil = now + settings.Fetch.TotalTimeout + settings.Fetch.TotalTimeout + Margin };
                seen = await _records.WriteAsync(claim, seen, cancel).ConfigureAwait(false);
                var made = await maker.MakeAsync(source, record, ask, card, settings, cancel).ConfigureAwait(false) with { BusyUntil = null };
                await AnnounceAsync(record, made, cancel).ConfigureAwait(false);
                await _records.WriteAsync(made, seen, cancel).ConfigureAwait(false);
                return Outcome(made, card);
            }
            catch (RequestFailedException error) when (error.IsConflict())
            {
                // Another publisher took it in hand; what it finds is good for this one too.
            }
        }
    }

    /// <summary>Has whoever wants the image next ask its source, even where nothing shows it now: for a file beside the posts that changed.</summary>
    public Task DoubtAsync(string key, CancellationToken cancel) => StorageErrors.RetryConflictsAsync(async () =>
    {
        var (record, seen) = await _records.ReadAsync(key, cancel).ConfigureAwait(false);
        if (record is not null)
        {
            await _records.WriteAsync(record with { CheckedAt = null, NextAttempt = null, BusyUntil = null }, seen, cancel).ConfigureAwait(false);
        }
    });

    // The post that asked shows the change by itself. The others are seen to when this is due: noted first, so that nothing is lost.
    private Task AnnounceAsync(ImageRecord before, ImageRecord made, CancellationToken cancel)
    {
        var isNew = before.Encoded is null && before.Failure is null;
        var same = before.Encoded?.Hash == made.Encoded?.Hash && before.Failure is null == made.Failure is null;
        return isNew || same ? Task.CompletedTask : _due.AddAsync(clock.GetUtcNow(), DueKind.Image, made.Key, cancel);
    }

    private static ImageOutcome Outcome(ImageRecord record, bool card)
    {
        var image = record.Encoded is { } encoded ? encoded with { SocialCard = encoded.SocialCard && card } : null;
        return record.Failure is { } reason
            ? new ImageOutcome.Missing(reason, image)
            : new ImageOutcome.Ready(image ?? throw new InvalidOperationException("An image that did not fail is there."));
    }
}
