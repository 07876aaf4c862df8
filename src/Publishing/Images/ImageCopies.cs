using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Images;
using Blobpress.Site.Settings;

namespace Blobpress.Publishing.Images;

/// <summary>Gets an image from its source and keeps the copy the site serves, with everything it takes to make it anew.</summary>
internal sealed class ImageCopies(StorageAccount account, ImageFetcher fetcher, TimeProvider clock)
{
    // Longer than any fetch may take, so that a crashed publisher is waited for only once.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    private readonly ImageRecords _records = new(account.Images);
    private readonly SiteWriter _web = new(account.Web);
    private readonly PostSource _assets = new(account.Posts);
    private readonly BlobContainerClient _state = account.State;
    private readonly DueTimes _due = new(account.Lists);

    /// <summary>The copy of an image, made now where there is none or it is out of date.</summary>
    /// <param name="source">A remote image or an asset.</param>
    /// <param name="card">Whether the crop for social cards is wanted.</param>
    /// <param name="force">Ask the origin even where its pause is not over.</param>
    /// <param name="settings">Of the site.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<ImageOutcome> GetAsync(ImageSource source, bool card, bool force, SiteSettings settings, CancellationToken cancel)
    {
        var deadline = clock.GetUtcNow() + settings.Fetch.TotalTimeout + Margin;
        while (true)
        {
            var (record, seen) = await _records.ReadAsync(source.Key, cancel).ConfigureAwait(false);
            record ??= new() { Key = source.Key };
            var now = clock.GetUtcNow();
            if (!force && IsSettled(source, record, card, settings, now))
            {
                return Outcome(record, card);
            }

            if (record.BusyUntil > now && now < deadline)
            {
                await Task.Delay(Poll, clock, cancel).ConfigureAwait(false);
                force = false;
                continue;
            }

            try
            {
                seen = await _records.WriteAsync(record with { BusyUntil = now + settings.Fetch.TotalTimeout + Margin }, seen, cancel).ConfigureAwait(false);
                var copied = await CopyAsync(source, record, card, settings, cancel).ConfigureAwait(false);
                await _records.WriteAsync(copied, seen, cancel).ConfigureAwait(false);
                return Outcome(copied, card);
            }
            catch (RequestFailedException error) when (error.IsConflict())
            {
                // Another publisher took it in hand; what it finds is good for this one too.
            }
        }
    }

    /// <summary>Removes the files of a copy, but for those that another image shares.</summary>
    public async Task RemoveAsync(ImageRecord record, CancellationToken cancel)
    {
        if (record.Encoded is not { } image)
        {
            return;
        }

        await _records.RemoveSharerAsync(image.Hash, record.Key, cancel).ConfigureAwait(false);
        if ((await _records.SharersAsync(image.Hash, cancel).ConfigureAwait(false)).Count > 0)
        {
            return;
        }

        foreach (var path in image.Files())
        {
            await _web.RemoveAsync(path, await _web.ReadVersionAsync(path, cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);
        }

        await _state.GetBlobClient(OriginalName(record.Original!)).DeleteIfExistsAsync(cancellationToken: cancel).ConfigureAwait(false);
        await RestoreSharersAsync(image.Hash, cancel).ConfigureAwait(false);
    }

    // An image that came to share the files while they went has to make them again.
    private async Task RestoreSharersAsync(string hash, CancellationToken cancel)
    {
        foreach (var key in await _records.SharersAsync(hash, cancel).ConfigureAwait(false))
        {
            var (record, seen) = await _records.ReadAsync(key, cancel).ConfigureAwait(false);
            if (record is not null)
            {
                await _records.WriteAsync(record with { Encoder = null, Original = null, ETag = null, LastModified = null }, seen, cancel).ConfigureAwait(false);
                await _due.AddAsync(clock.GetUtcNow(), DueKind.Image, key, cancel).ConfigureAwait(false);
            }
        }
    }

    private static bool IsSettled(ImageSource source, ImageRecord record, bool card, SiteSettings settings, DateTimeOffset now) =>
        record.NextAttempt is { } next
            ? next > now
            : record.Encoded is { } image
                && record.Encoder == ImageHash.Recipe(settings.Images)
                && (image.SocialCard || !card || !SocialCardPossible(image))
                && source is ImageSource.Remote
                && record.CheckedAt + settings.Fetch.RevalidateAfter > now;

    private static bool SocialCardPossible(EncodedImage image) => image.Width >= Raster.SocialCard.SmallestSource;

    private static ImageOutcome Outcome(ImageRecord record, bool card)
    {
        var image = record.Encoded is { } encoded ? encoded with { SocialCard = encoded.SocialCard && card } : null;
        return record.Failure is { } reason ? new ImageOutcome.Missing(reason, image)
            : image is null ? new ImageOutcome.Missing("The image is still being fetched; the page is mended when it is there.")
            : new ImageOutcome.Ready(image);
    }

    private async Task<ImageRecord> CopyAsync(ImageSource source, ImageRecord record, bool card, SiteSettings settings, CancellationToken cancel)
    {
        var current = record.Encoder == ImageHash.Recipe(settings.Images) && (record.Encoded?.SocialCard == true || !card);
        var fetched = await ReadSourceAsync(source, record, settings, cancel).ConfigureAwait(false);
        switch (fetched)
        {
            case FetchResult.NotModified when current:
                return record with { CheckedAt = clock.GetUtcNow(), Failure = null, Failures = 0, NextAttempt = null };
            case FetchResult.NotModified:
                var original = await _state.GetBlobClient(OriginalName(record.Original!)).DownloadContentAsync(cancel).ConfigureAwait(false);
                return await EncodeAsync(record, original.Value.Content.ToMemory(), card, settings, cancel).ConfigureAwait(false);
            case FetchResult.Fetched(var bytes, var etag, var lastModified, _):
                return await EncodeAsync(record with { ETag = etag, LastModified = lastModified }, bytes, card, settings, cancel).ConfigureAwait(false);
            case FetchResult.Refused(var reason):
                return await FailAsync(record, reason, null, cancel).ConfigureAwait(false);
            case FetchResult.Failed(var reason, var retryAfter, _):
                return await FailAsync(record, reason, retryAfter, cancel).ConfigureAwait(false);
            default:
                throw new InvalidOperationException("A fetch ends in one of its four ways.");
        }
    }

    private async Task<FetchResult> ReadSourceAsync(ImageSource source, ImageRecord record, SiteSettings settings, CancellationToken cancel)
    {
        // Without the original at hand, "not modified" would be no help.
        var known = record.Original is null ? null : record;
        if (source is ImageSource.Remote(var url, _))
        {
            return await fetcher.FetchAsync(new(url, known?.ETag, known?.LastModified, settings.BaseUrl), settings.Fetch, cancel).ConfigureAwait(false);
        }

        var name = ((ImageSource.Asset)source).Name;
        return await _assets.ReadAsync(name, known?.ETag, cancel).ConfigureAwait(false) switch
        {
            SourceState.Present(var bytes, var etag, var uploaded, _) => new FetchResult.Fetched(bytes.ToMemory(), etag, uploaded, new Uri(settings.BaseUrl, Uri.EscapeDataString(name))),
            SourceState.AsKnown => new FetchResult.NotModified(),
            _ => new FetchResult.Failed($"There is no file {name} beside the posts.", null, Permanent: true),
        };
    }

    private async Task<ImageRecord> EncodeAsync(ImageRecord record, ReadOnlyMemory<byte> bytes, bool card, SiteSettings settings, CancellationToken cancel)
    {
        var result = ImageResizer.Resize(bytes, settings.Images, settings.Fetch, card || record.Encoded?.SocialCard == true);
        if (result is not ResizeResult.Encoded(var image, var files))
        {
            var reason = result is ResizeResult.TooLarge(var large) ? large : ((ResizeResult.NotAnImage)result).Reason;
            return await FailAsync(record, reason, null, cancel).ConfigureAwait(false);
        }

        var original = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        await _state.GetBlobClient(OriginalName(original)).UploadAsync(BinaryData.FromBytes(bytes), overwrite: true, cancel).ConfigureAwait(false);
        await _records.AddSharerAsync(image.Hash, record.Key, cancel).ConfigureAwait(false);
        foreach (var file in files)
        {
            await _web.WriteImmutableAsync(file.Path, FileContent.Hashed(BinaryData.FromBytes(file.Bytes), file.ContentType), cancel).ConfigureAwait(false);
        }

        return record with
        {
            Encoded = image,
            Encoder = ImageHash.Recipe(settings.Images),
            Original = original,
            CheckedAt = clock.GetUtcNow(),
            Failure = null,
            Failures = 0,
            NextAttempt = null,
        };
    }

    private async Task<ImageRecord> FailAsync(ImageRecord record, string reason, TimeSpan? asked, CancellationToken cancel)
    {
        var next = clock.GetUtcNow() + RetrySchedule.PauseAfter(record.Failures + 1, asked);
        await _due.AddAsync(next, DueKind.Image, record.Key, cancel).ConfigureAwait(false);
        return record with { Failure = reason, Failures = record.Failures + 1, NextAttempt = next };
    }

    private static string OriginalName(string hash) => $"originals/{hash[..2]}/{hash}";
}
