using Azure;
using Blobpress.Publishing.Images;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Images;

namespace Blobpress.Publishing.Sweeping;

/// <summary>
/// Compares what is noted of images with the posts that show them, and the files of images with what is noted. What a crash
/// leaves is taken back here, so that no file stays for good.
/// </summary>
internal sealed class ImageComparison(StorageAccount account, ImageRemovals removals, PublishingOptions options, TimeProvider clock)
{
    private readonly ImageRecords _images = new(account.Images);
    private readonly PostRecords _posts = new(account.Records);
    private readonly DueTimes _due = new(account.Lists);
    private readonly SiteWriter _web = new(account.Web);

    /// <summary>Walks all rows once.</summary>
    /// <param name="present">The names of the site's files, listed before.</param>
    /// <param name="expected">What posts show; gets the originals and the copies that images have.</param>
    /// <param name="report">Is told of what was found.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task RunAsync(NameSet present, ExpectedParts expected, SweepReport report, CancellationToken cancel)
    {
        var old = clock.GetUtcNow() - options.StrayGrace;
        ImageRow? record = null;
        var used = false;
        await foreach (var row in _images.WalkAsync(cancel).ConfigureAwait(false))
        {
            if (row.Kind != ImageRow.Kinds.Use && record is not null)
            {
                await EndAsync(record, used, old, expected, report, cancel).ConfigureAwait(false);
                record = null;
            }

            switch (row.Kind)
            {
                case ImageRow.Kinds.Record:
                    (record, used) = (row, false);
                    await CheckRecordAsync(row, present, expected, report, cancel).ConfigureAwait(false);
                    break;
                case ImageRow.Kinds.Use:
                    used |= !await CheckUseAsync(row, old, expected, report, cancel).ConfigureAwait(false);
                    break;
                case ImageRow.Kinds.Sharer:
                    await CheckSharerAsync(row, expected, report, cancel).ConfigureAwait(false);
                    break;
            }
        }

        if (record is not null)
        {
            await EndAsync(record, used, old, expected, report, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>True for a file of a copy that no image has and no page shows.</summary>
    public async Task<bool> IsStrayAsync(string file, ExpectedParts expected, CancellationToken cancel)
    {
        var hash = Path.GetFileName(file).Split('-')[0];
        return !expected.Copies.Contains(hash) && (await _images.SharersAsync(hash, cancel).ConfigureAwait(false)).Count == 0;
    }

    private async Task CheckRecordAsync(ImageRow row, NameSet present, ExpectedParts expected, SweepReport report, CancellationToken cancel)
    {
        if (row.Record is not { } record)
        {
            return;
        }

        expected.Keep(ImageFiles.NameOf(record.Original));
        foreach (var copy in new[] { record.Encoded, record.Leaving }.OfType<EncodedImage>())
        {
            expected.Leaving.Add(ExpectedParts.Use(copy.Hash, record.Key));
        }

        // Files that were made since the site was listed are not lost.
        if (record.Encoded is { } encoded && encoded.Files().FirstOrDefault(path => !present.Contains(path.Blob)) is { } lost
            && await _web.ReadVersionAsync(lost, cancel).ConfigureAwait(false) == FileVersion.None)
        {
            report.Add(Violation.LostVariant, lost.Blob);
            await MakeAgainAsync(row, record, cancel).ConfigureAwait(false);
        }
    }

    private async Task MakeAgainAsync(ImageRow row, ImageRecord record, CancellationToken cancel)
    {
        // Before the record: after a crash in between it is asked for in vain, and found again by the next sweep.
        await _due.AddAsync(clock.GetUtcNow(), DueKind.Image, record.Key, cancel).ConfigureAwait(false);
        await UnlessWrittenAsync(() => _images.WriteAsync(record with { Encoder = null }, row.ETag, cancel)).ConfigureAwait(false);
    }

    // True where it was a stray: of an attempt at a post that ended before its record was written.
    private async Task<bool> CheckUseAsync(ImageRow row, DateTimeOffset old, ExpectedParts expected, SweepReport report, CancellationToken cancel)
    {
        if (row.Written > old || expected.Uses.Contains(ExpectedParts.Use(row.Partition, row.Post!)))
        {
            return false;
        }

        var state = await _posts.ReadAsync(row.Post!, cancel).ConfigureAwait(false);
        if (state.IsUnreadable || state.Everything.Images.Any(key => ImageRecords.Id(key) == row.Partition)
            || !await UnlessWrittenAsync(() => _images.RemoveAsync(row, cancel)).ConfigureAwait(false))
        {
            return false;
        }

        report.Add(Violation.StrayUse, $"{row.Partition} by {row.Post}");
        return true;
    }

    private async Task EndAsync(ImageRow row, bool used, DateTimeOffset old, ExpectedParts expected, SweepReport report, CancellationToken cancel)
    {
        if (!used && row.Written <= old && row.Record is { } record && !expected.Leaving.Contains(record.Key))
        {
            report.Add(Violation.StrayImage, record.Key);
            await removals.CollectLaterAsync(record.Key, cancel).ConfigureAwait(false);
        }
    }

    // Of a copy that was made and then not noted in the record: the process crashed, or another was faster.
    private async Task CheckSharerAsync(ImageRow row, ExpectedParts expected, SweepReport report, CancellationToken cancel)
    {
        var (hash, key) = row.Sharer!.Value;
        if (row.Written <= clock.GetUtcNow() - options.ImageGrace && !expected.Copies.Contains(hash) && !expected.Leaving.Contains(ExpectedParts.Use(hash, key))
            && await UnlessWrittenAsync(() => _images.RemoveAsync(row, cancel)).ConfigureAwait(false))
        {
            report.Add(Violation.StrayCopy, $"{hash} of {key}");
        }
    }

    private static async Task<bool> UnlessWrittenAsync(Func<Task> change)
    {
        try
        {
            await change().ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException error) when (error.IsConflict())
        {
            return false;
        }
    }
}
