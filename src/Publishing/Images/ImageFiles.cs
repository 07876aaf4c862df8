using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Images;

namespace Blobpress.Publishing.Images;

/// <summary>The files of images: the source as it came, and what was made of it. The same bytes from two places are stored once.</summary>
internal sealed class ImageFiles(StorageAccount account, TimeProvider clock)
{
    private readonly ImageRecords _records = new(account.Images);
    private readonly SiteWriter _web = new(account.Web);
    private readonly BlobContainerClient _state = account.State;
    private readonly DueTimes _due = new(account.Lists);

    /// <summary>Keeps the source and writes what was made of it.</summary>
    /// <returns>The name of the original.</returns>
    public async Task<string> WriteAsync(string key, ReadOnlyMemory<byte> source, ResizeResult.Encoded made, CancellationToken cancel)
    {
        var original = Convert.ToHexStringLower(SHA256.HashData(source.Span));
        await _state.GetBlobClient(NameOf(original)).UploadAsync(BinaryData.FromBytes(source), overwrite: true, cancel).ConfigureAwait(false);
        await _records.AddSharerAsync(made.Image.Hash, key, cancel).ConfigureAwait(false);
        foreach (var file in made.Files)
        {
            await _web.WriteImmutableAsync(file.Path, FileContent.Hashed(BinaryData.FromBytes(file.Bytes), file.ContentType), cancel).ConfigureAwait(false);
        }

        return original;
    }

    /// <summary>The source of an image as it came, or null where it is not kept (any more).</summary>
    public async Task<ReadOnlyMemory<byte>?> ReadOriginalAsync(string? original, CancellationToken cancel)
    {
        if (original is null)
        {
            return null;
        }

        try
        {
            return (await _state.GetBlobClient(NameOf(original)).DownloadContentAsync(cancel).ConfigureAwait(false)).Value.Content.ToMemory();
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Removes the files of a copy, but for those that another image shares.</summary>
    /// <param name="key">The image whose copy it was.</param>
    /// <param name="image">The copy.</param>
    /// <param name="original">Its original, where nothing needs that any more; or null.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task RemoveAsync(string key, EncodedImage image, string? original, CancellationToken cancel)
    {
        await _records.RemoveSharerAsync(image.Hash, key, cancel).ConfigureAwait(false);
        if ((await _records.SharersAsync(image.Hash, cancel).ConfigureAwait(false)).Count > 0)
        {
            return;
        }

        foreach (var path in image.Files())
        {
            await _web.RemoveAsync(path, await _web.ReadVersionAsync(path, cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);
        }

        if (original is not null)
        {
            await _state.GetBlobClient(NameOf(original)).DeleteIfExistsAsync(cancellationToken: cancel).ConfigureAwait(false);
        }

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
                await _due.AddAsync(clock.GetUtcNow(), DueKind.Image, key, cancel).ConfigureAwait(false);
                var unmade = record with { Encoder = null, Original = null, ETag = null, LastModified = null, CheckedAt = null, BusyUntil = null };
                await _records.WriteAsync(unmade, seen, cancel).ConfigureAwait(false);
            }
        }
    }

    private static string NameOf(string original) => $"originals/{original[..2]}/{original}";
}
