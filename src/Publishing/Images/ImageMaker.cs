using Blobpress.Publishing.Images.Hosts;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Images;
using Blobpress.Site.Settings;

namespace Blobpress.Publishing.Images;

/// <summary>Brings one image up to date: asks its source where that is due, encodes, writes, and says what is known of it then.</summary>
internal sealed class ImageMaker(StorageAccount account, HostGuard hosts, EncodeImage encode, PublishingOptions options, TimeProvider clock)
{
    // Of what origins say; a property of a row has 32 Ki characters for it and all else.
    private const int LongestText = 5_000;

    private readonly ImageFiles _files = new(account);
    private readonly PostSource _assets = new(account.Posts);
    private readonly DueTimes _due = new(account.Lists);

    // What comes from storage is there at once, all of it: it is read when it is to be worked on, and not long before.
    private readonly Places _local = new(options.EncodersAtOnce + 2);

    /// <summary>The record to write over <paramref name="record"/>.</summary>
    /// <param name="source">A remote image or an asset.</param>
    /// <param name="record">What is known of it so far.</param>
    /// <param name="wish">What is wanted of it.</param>
    /// <param name="closed">Its host, where that is not asked now; or null.</param>
    /// <param name="settings">Of the site.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<ImageRecord> MakeAsync(
        ImageSource source, ImageRecord record, ImageWish wish, ClosedHost? closed, SiteSettings settings, CancellationToken cancel)
    {
        var made = record.IsMadeFor(wish.Card, settings.Images);
        if (!made && record.Original is not null && (closed is not null || (!wish.Ask && record.IsFresh(settings.Fetch, clock.GetUtcNow()))))
        {
            // Other settings, or a crop that nobody wanted before: no reason to trouble the origin.
            if (await EncodeKeptAsync(record, record, wish.Card, settings, cancel).ConfigureAwait(false) is { } again)
            {
                return again;
            }

            record = WithoutOriginal(record);
        }

        if (closed is not null)
        {
            return await AwaitAsync(record, closed, settings, cancel).ConfigureAwait(false);
        }

        // "Not modified" helps only where there is something at hand to go on with.
        var known = made || record.Original is not null ? record : null;
        if (source is ImageSource.Remote(var url, _))
        {
            var (answer, silent) = await hosts.FetchAsync(new(url, known?.ETag, known?.LastModified, settings.BaseUrl), settings.Fetch, cancel).ConfigureAwait(false);
            return silent is null
                ? await TakeAsync(source, record, answer, made, wish, settings, cancel).ConfigureAwait(false)
                : await AwaitAsync(record, silent, settings, cancel).ConfigureAwait(false);
        }

        await _local.EnterAsync(first: false, cancel).ConfigureAwait(false);
        try
        {
            if (source is ImageSource.Inline inline)
            {
                return await TakeAsync(source, record, Decode(inline, settings), made, wish, settings, cancel).ConfigureAwait(false);
            }

            var answer = await ReadAsync((ImageSource.Asset)source, known?.ETag, settings, cancel).ConfigureAwait(false);
            if (answer is not FetchResult.NotModified)
            {
                return await TakeAsync(source, record, answer, made, wish, settings, cancel).ConfigureAwait(false);
            }
        }
        finally
        {
            _local.Leave();
        }

        return await TakeAsync(source, record, new FetchResult.NotModified(), made, wish, settings, cancel).ConfigureAwait(false);
    }

    private async Task<ImageRecord> TakeAsync(
        ImageSource source, ImageRecord record, FetchResult answer, bool made, ImageWish wish, SiteSettings settings, CancellationToken cancel)
    {
        using var memory = (answer as FetchResult.Fetched)?.Memory;
        var now = clock.GetUtcNow();
        switch (answer)
        {
            case FetchResult.NotModified when made:
                return Good(record with { CheckedAt = now });
            case FetchResult.NotModified:
                // Where the original is lost, the origin is asked for it whatever its validators say.
                return await EncodeKeptAsync(record, record with { CheckedAt = now }, wish.Card, settings, cancel).ConfigureAwait(false)
                    ?? await MakeAsync(source, WithoutOriginal(record), wish with { Ask = true }, null, settings, cancel).ConfigureAwait(false);
            case FetchResult.Fetched(var bytes, var etag, var lastModified, _):
                return await EncodeAsync(record, record with { ETag = etag?.Length > LongestText ? null : etag, LastModified = lastModified, CheckedAt = now }, bytes, wish.Card, settings, cancel).ConfigureAwait(false);
            case FetchResult.Refused(var reason):
                return await FailAsync(record, reason, null, settings, cancel).ConfigureAwait(false);
            case FetchResult.Failed(var reason, _, _) when source is ImageSource.Asset:
                return await LoseAsync(record, reason, settings, cancel).ConfigureAwait(false);
            case FetchResult.Failed(var reason, var retryAfter, _):
                return await FailAsync(record, reason, retryAfter, settings, cancel).ConfigureAwait(false);
            default:
                throw new InvalidOperationException("A fetch ends in one of its four ways.");
        }
    }

    private static FetchResult Decode(ImageSource.Inline source, SiteSettings settings) => source.Decode() switch
    {
        null => new FetchResult.Failed("The data: URI can't be read: its base64 is broken, or it has no comma.", null, Permanent: true),
        var bytes when bytes.Length > settings.Fetch.MaxBytes => new FetchResult.Failed($"The data: URI holds more than {settings.Fetch.MaxBytes} bytes.", null, Permanent: true),
        var bytes => new FetchResult.Fetched(bytes, null, null, settings.BaseUrl),
    };

    private async Task<FetchResult> ReadAsync(ImageSource.Asset source, string? known, SiteSettings settings, CancellationToken cancel)
    {
        var name = source.Name;
        return await _assets.ReadAsync(name, known, cancel).ConfigureAwait(false) switch
        {
            SourceState.Present(var bytes, _, _, _) when bytes.ToMemory().Length > settings.Fetch.MaxBytes =>
                new FetchResult.Failed($"{name}: more than {settings.Fetch.MaxBytes} bytes", null, Permanent: true),
            SourceState.Present(var bytes, var etag, var uploaded, _) =>
                new FetchResult.Fetched(bytes.ToMemory(), etag, uploaded, new Uri(settings.BaseUrl, Uri.EscapeDataString(name))),
            SourceState.AsKnown => new FetchResult.NotModified(),
            _ => new FetchResult.Failed($"There is no file {name} beside the posts.", null, Permanent: true),
        };
    }

    // Null where the original is not there (any more).
    private async Task<ImageRecord?> EncodeKeptAsync(ImageRecord record, ImageRecord answered, bool card, SiteSettings settings, CancellationToken cancel)
    {
        await _local.EnterAsync(first: false, cancel).ConfigureAwait(false);
        try
        {
            return await _files.ReadOriginalAsync(record.Original, cancel).ConfigureAwait(false) is { } kept
                ? await EncodeAsync(record, answered, kept, card, settings, cancel).ConfigureAwait(false)
                : null;
        }
        finally
        {
            _local.Leave();
        }
    }

    private async Task<ImageRecord> AwaitAsync(ImageRecord record, ClosedHost host, SiteSettings settings, CancellationToken cancel)
    {
        await hosts.WaitAsync(host, record.Key, cancel).ConfigureAwait(false);
        return Failed(record, host.Reason, record.Failures, host.Until, settings);
    }

    private static ImageRecord WithoutOriginal(ImageRecord record) => record with { Original = null, ETag = null, LastModified = null };

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
            var failed = await FailAsync(record, $"{Named(record.Key)}: {result.Refusal}", null, settings, cancel).ConfigureAwait(false);
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

    /// <summary>Has a copy collected after the grace period, unless the image is that again by then.</summary>
    public Task ReplaceAsync(ReplacedCopy copy, CancellationToken cancel) =>
        _due.AddAsync(clock.GetUtcNow() + options.ImageGrace, DueKind.Replaced, copy.ToSubject(), cancel);

    private static string Named(string key) => key.StartsWith(ImageSource.InlinePrefix, StringComparison.Ordinal) ? "The data: URI" : ImageSource.Describe(key);

    private static ImageRecord Good(ImageRecord record) =>
        record with { Failure = null, Failures = 0, NextAttempt = null, Rules = null, Refused = null };

    private async Task<ImageRecord> FailAsync(ImageRecord record, string reason, TimeSpan? asked, SiteSettings settings, CancellationToken cancel)
    {
        var next = RetrySchedule.After(clock.GetUtcNow(), record.Failures + 1, asked);
        await _due.AddAsync(next, DueKind.Image, record.Key, cancel).ConfigureAwait(false);
        return Failed(record, reason, record.Failures + 1, next, settings);
    }

    private static ImageRecord Failed(ImageRecord record, string reason, int failures, DateTimeOffset next, SiteSettings settings) =>
        record with { Failure = reason.Length > LongestText ? reason[..LongestText] + "…" : reason, Failures = failures, NextAttempt = next, Rules = ImageRecord.RulesOf(settings.Fetch) };
}
