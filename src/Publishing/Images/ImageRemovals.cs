using System.Net;
using Azure;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Storage;

namespace Blobpress.Publishing.Images;

/// <summary>Takes away the files of images that no page shows any more, after a grace period in which caches may still ask for them.</summary>
public sealed class ImageRemovals
{
    private readonly ImageRecords _records;
    private readonly ImageFiles _files;
    private readonly PostRecords _posts;
    private readonly DueTimes _due;
    private readonly PublishingOptions _options;
    private readonly TimeProvider _clock;

    internal ImageRemovals(StorageAccount account, PublishingOptions options, TimeProvider clock)
    {
        _records = new(account.Images);
        _files = new(account);
        _posts = new(account.Records);
        _due = new(account.Lists);
        (_options, _clock) = (options, clock);
    }

    /// <summary>The note that a post shows an image, for <see cref="DropAsync"/>; null where there is none.</summary>
    public Task<ETag?> SeeUseAsync(string key, string post, CancellationToken cancel) => _records.ReadUseAsync(key, post, cancel);

    /// <summary>Notes that a post shows an image no longer; one that nothing shows is collected after the grace period.</summary>
    /// <exception cref="RequestFailedException">412: a publisher noted that it does since <paramref name="seen"/> was read.</exception>
    public async Task DropAsync(string key, string post, ETag? seen, CancellationToken cancel)
    {
        if (seen is { } use)
        {
            await _records.RemoveUseAsync(key, post, use, cancel).ConfigureAwait(false);
        }

        await CollectLaterAsync(key, cancel).ConfigureAwait(false);
    }

    /// <summary>Has an image collected after the grace period that nothing shows now.</summary>
    internal async Task CollectLaterAsync(string key, CancellationToken cancel)
    {
        if (!await IsUsedAsync(key, cancel).ConfigureAwait(false))
        {
            await _due.AddAsync(_clock.GetUtcNow() + _options.ImageGrace, DueKind.Collect, key, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Removes the files of an image that nothing shows, unless something has come to show it.</summary>
    public Task CollectAsync(string key, CancellationToken cancel) => StorageErrors.RetryConflictsAsync(() => AttemptToCollectAsync(key, cancel));

    private async Task AttemptToCollectAsync(string key, CancellationToken cancel)
    {
        var (record, seen) = await _records.ReadAsync(key, cancel).ConfigureAwait(false);
        if (record is null || await IsUsedAsync(key, cancel).ConfigureAwait(false))
        {
            return;
        }

        // A post notes its use before it reads the record. Once the record says that there is no copy, a use noted later
        // makes a new one; a use noted earlier is seen by the second look.
        var leaving = new ImageRecord { Key = key, Leaving = record.Encoded ?? record.Leaving, Original = record.Original };
        seen = await _records.WriteAsync(leaving, seen, cancel).ConfigureAwait(false);
        if (await IsUsedAsync(key, cancel).ConfigureAwait(false))
        {
            await _records.WriteAsync(record, seen, cancel).ConfigureAwait(false);
            return;
        }

        if (leaving.Leaving is { } image)
        {
            await _files.RemoveAsync(key, image, leaving.Original, () => EnsureAsync(key, seen, cancel), cancel).ConfigureAwait(false);
        }

        await _records.RemoveAsync(key, seen!.Value, cancel).ConfigureAwait(false);
    }

    /// <summary>Removes the files of a copy that a newer one replaced; where a page still shows it, at the end of another grace period.</summary>
    /// <param name="subject">A <see cref="ReplacedCopy"/> as a due time spells it.</param>
    /// <param name="cancel">Ends the wait.</param>
    public Task CollectReplacedAsync(string subject, CancellationToken cancel) =>
        StorageErrors.RetryConflictsAsync(() => AttemptToCollectReplacedAsync(subject, cancel));

    private async Task AttemptToCollectReplacedAsync(string subject, CancellationToken cancel)
    {
        var copy = ReplacedCopy.Of(subject);
        var (record, seen) = await _records.ReadAsync(copy.Key, cancel).ConfigureAwait(false);
        var now = _clock.GetUtcNow();
        if ((record?.Encoded ?? record?.Leaving)?.Hash == copy.Image.Hash)
        {
            // The image is again what it was.
            return;
        }

        if (record?.BusyUntil > now)
        {
            // Perhaps it is just becoming so.
            await _due.AddAsync(record.BusyUntil.Value, DueKind.Replaced, subject, cancel).ConfigureAwait(false);
            return;
        }

        if (record?.BusyUntil is not null)
        {
            // Whoever had it in hand stood still for too long, and starts over when it goes on.
            seen = await _records.WriteAsync(record with { BusyUntil = null }, seen, cancel).ConfigureAwait(false);
        }

        if (await IsShownAsync(copy, cancel).ConfigureAwait(false))
        {
            await _due.AddAsync(now + _options.ImageGrace, DueKind.Replaced, subject, cancel).ConfigureAwait(false);
            return;
        }

        var original = record?.Original == copy.Original ? null : copy.Original;
        await _files.RemoveAsync(copy.Key, copy.Image, original, () => EnsureAsync(copy.Key, seen, cancel), cancel).ConfigureAwait(false);
    }

    private async Task EnsureAsync(string key, ETag? seen, CancellationToken cancel)
    {
        if ((await _records.ReadAsync(key, cancel).ConfigureAwait(false)).ETag != seen)
        {
            throw new RequestFailedException((int)HttpStatusCode.PreconditionFailed, "The image's record was written since it was read.");
        }
    }

    // A post whose later versions were rejected keeps the page of its last good one.
    private async Task<bool> IsShownAsync(ReplacedCopy copy, CancellationToken cancel)
    {
        await foreach (var post in _records.UsesAsync(copy.Key, cancel).ConfigureAwait(false))
        {
            var live = (await _posts.ReadAsync(post, cancel).ConfigureAwait(false)).Record?.Live;
            if (live?.Images.Any(image => image.Hash == copy.Image.Hash) == true)
            {
                return true;
            }
        }

        return false;
    }

    private async Task<bool> IsUsedAsync(string key, CancellationToken cancel) =>
        (await _records.UsesAsync(key, null, 1, cancel).ConfigureAwait(false)).Count > 0;
}
