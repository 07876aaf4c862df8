using Blobpress.Publishing.Index;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Images;
using Blobpress.Site.Settings;

namespace Blobpress.Publishing.Images;

/// <summary>Brings one image up to date: asks its source where that is due, encodes, writes, and says what is known of it then.</summary>
internal sealed class ImageMaker(StorageAccount account, FetchImage fetch, EncodeImage encode, PublishingOptions options, TimeProvider clock)
{
    private readonly ImageFiles _files = new(account, clock);
    private readonly PostSource _assets = new(account.Posts);
    private readonly DueTimes _due = new(account.Lists);

    /// <summary>The record to write over <paramref name="record"/>.</summary>
    /// <param name="source">A remote image or an asset.</param>
    /// <param name="record">What is known of it so far.</param>
    /// <param name="ask">Ask its source even where that is not due.</param>
    /// <param name="card">Whether the crop for social cards is wanted.</param>
    /// <param name="settings">Of the site.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<ImageRecord> MakeAsync(ImageSource source, ImageRecord record, bool ask, bool card, SiteSettings settings, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var original = record.IsMadeFor(card, settings.Images) ? null : await _files.ReadOriginalAsync(record.Original, cancel).ConfigureAwait(false);
        if (!ask && original is { } kept && record.IsFresh(settings.Fetch, now))
        {
            // Other settings, or a crop that nobody wanted before: no reason to trouble the origin.
            return await EncodeAsync(record, record, kept, card, settings, cancel).ConfigureAwait(false);
        }

        // "Not modified" helps only where there is something at hand to go on with.
        var known = original is not null || record.IsMadeFor(card, settings.Images) ? record : null;
        var answer = await ReadAsync(source, known, settings, cancel).ConfigureAwait(false);
        using var memory = (answer as FetchResult.Fetched)?.Memory;
        return answer switch
        {
            FetchResult.NotModified when original is { } bytes => await EncodeAsync(record, record with { CheckedAt = clock.GetUtcNow() }, bytes, card, settings, cancel).ConfigureAwait(false),
            FetchResult.NotModified => Good(record with { CheckedAt = clock.GetUtcNow() }),
            FetchResult.Fetched(var bytes, var etag, var lastModified, _) =>
                await EncodeAsync(record, record with { ETag = etag, LastModified = lastModified, CheckedAt = clock.GetUtcNow() }, bytes, card, settings, cancel)
                    .ConfigureAwait(false),
            FetchResult.Refused(var reason) => await FailAsync(record, reason, null, settings, cancel).ConfigureAwait(false),
            FetchResult.Failed(var reason, _, _) when source is ImageSource.Asset => await LoseAsync(record, reason, settings, cancel).ConfigureAwait(false),
            FetchResult.Failed(var reason, var retryAfter, _) => await FailAsync(record, reason, retryAfter, settings, cancel).ConfigureAwait(false),
            _ => throw new InvalidOperationException("A fetch ends in one of its four ways."),
        };
    }

    private async Task<FetchResult> ReadAsync(ImageSource source, ImageRecord? known, SiteSettings settings, CancellationToken cancel)
    {
        if (source is ImageSource.Remote(var url, _))
        {
            return await fetch(new(url, known?.ETag, known?.LastModified, settings.BaseUrl), settings.Fetch, cancel).ConfigureAwait(false);
        }

        var name = ((ImageSource.Asset)source).Name;
        return await _assets.ReadAsync(name, known?.ETag, cancel).ConfigureAwait(false) switch
        {
            SourceState.Present(var bytes, var etag, var uploaded, _) =>
                new FetchResult.Fetched(bytes.ToMemory(), etag, uploaded, new Uri(settings.BaseUrl, Uri.EscapeDataString(name))),
            SourceState.AsKnown => new FetchResult.NotModified(),
            _ => new FetchResult.Failed($"There is no file {name} beside the posts.", null, Permanent: true),
        };
    }

    // Where the bytes are no image, the validators stay those of the copy at hand.
    private async Task<ImageRecord> EncodeAsync(
        ImageRecord record, ImageRecord answered, ReadOnlyMemory<byte> bytes, bool card, SiteSettings settings, CancellationToken cancel)
    {
        if (record.Refused is { } refused && refused == ImageRecord.RefusalOf(bytes.Span, settings))
        {
            return await FailAsync(record, record.Failure!, null, settings, cancel).ConfigureAwait(false);
        }

        var result = await encode(bytes, settings.Images, settings.Fetch, card || record.Encoded?.SocialCard == true, cancel).ConfigureAwait(false);
        if (result is not ResizeResult.Encoded made)
        {
            var failed = await FailAsync(record, $"{ImageSource.Describe(record.Key)}: {result.Refusal}", null, settings, cancel).ConfigureAwait(false);
            return failed with { Refused = ImageRecord.RefusalOf(bytes.Span, settings) };
        }

        var original = await _files.WriteAsync(record.Key, bytes, made, cancel).ConfigureAwait(false);
        if ((record.Encoded ?? record.Leaving) is { } before && before.Hash != made.Image.Hash)
        {
            await ReplaceAsync(new(record.Key, before, record.Original == original ? null : record.Original), cancel).ConfigureAwait(false);
        }

        return Good(answered) with { Encoded = made.Image, Encoder = ImageHash.Recipe(settings.Images), Original = original, Leaving = null };
    }

    // A file that its author took away is gone on purpose; only of what is somebody else's the last good copy stays.
    private async Task<ImageRecord> LoseAsync(ImageRecord record, string reason, SiteSettings settings, CancellationToken cancel)
    {
        if ((record.Encoded ?? record.Leaving) is { } before)
        {
            await ReplaceAsync(new(record.Key, before, record.Original), cancel).ConfigureAwait(false);
        }

        var lost = record with { Encoded = null, Encoder = null, Original = null, ETag = null, LastModified = null, Leaving = null };
        return await FailAsync(lost, reason, null, settings, cancel).ConfigureAwait(false);
    }

    private Task ReplaceAsync(ReplacedCopy copy, CancellationToken cancel) =>
        _due.AddAsync(clock.GetUtcNow() + options.ImageGrace, DueKind.Replaced, copy.ToSubject(), cancel);

    private static ImageRecord Good(ImageRecord record) =>
        record with { Failure = null, Failures = 0, NextAttempt = null, Rules = null, Refused = null };

    private async Task<ImageRecord> FailAsync(ImageRecord record, string reason, TimeSpan? asked, SiteSettings settings, CancellationToken cancel)
    {
        var next = RetrySchedule.After(clock.GetUtcNow(), record.Failures + 1, asked);
        await _due.AddAsync(next, DueKind.Image, record.Key, cancel).ConfigureAwait(false);
        return record with { Failure = reason, Failures = record.Failures + 1, NextAttempt = next, Rules = ImageRecord.RulesOf(settings.Fetch) };
    }
}
