using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Images;
using Blobpress.Site.Urls;

namespace Blobpress.Publishing.Images;

/// <summary>The files of images: the source as it came, and what was made of it. The same bytes from two places are stored once.</summary>
internal sealed class ImageFiles(StorageAccount account)
{
    /// <summary>Where originals are kept.</summary>
    internal const string Originals = "originals/";

    private readonly ImageRecords _records = new(account.Images);
    private readonly SiteWriter _web = new(account.Web);
    private readonly BlobContainerClient _state = account.State;

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
    /// <remarks>
    /// Who makes the copy again notes first that it shares the files, then writes them, all of them, and then the record. So
    /// what is removed is seen first, then the record is looked at, then who shares the files: what was noted or written
    /// since has another ETag, and is not removed.
    /// </remarks>
    /// <param name="key">The image whose copy it was.</param>
    /// <param name="image">The copy.</param>
    /// <param name="original">Its original, where nothing needs that any more; or null.</param>
    /// <param name="ensure">Throws where the image's record was written since the caller found the copy unused.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="RequestFailedException">412: somebody is making the copy again.</exception>
    public async Task RemoveAsync(string key, EncodedImage image, string? original, Func<Task> ensure, CancellationToken cancel)
    {
        var files = new List<(SitePath Path, FileVersion Version)>();
        foreach (var path in (image with { SocialCard = true }).Files())
        {
            files.Add((path, await _web.ReadVersionAsync(path, cancel).ConfigureAwait(false)));
        }

        var kept = original is null ? null : await SeeOriginalAsync(original, cancel).ConfigureAwait(false);
        var sharer = await _records.ReadSharerAsync(image.Hash, key, cancel).ConfigureAwait(false);
        await ensure().ConfigureAwait(false);
        if (sharer is { } own)
        {
            await _records.RemoveSharerAsync(image.Hash, key, own, cancel).ConfigureAwait(false);
        }

        if ((await _records.SharersAsync(image.Hash, cancel).ConfigureAwait(false)).Count > 0)
        {
            return;
        }

        foreach (var (path, version) in files)
        {
            await _web.RemoveAsync(path, version, cancel).ConfigureAwait(false);
        }

        if (kept is { } seen)
        {
            await RemoveOriginalAsync(original!, seen, cancel).ConfigureAwait(false);
        }
    }

    private async Task<ETag?> SeeOriginalAsync(string original, CancellationToken cancel)
    {
        try
        {
            return (await _state.GetBlobClient(NameOf(original)).GetPropertiesAsync(cancellationToken: cancel).ConfigureAwait(false)).Value.ETag;
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            return null;
        }
    }

    private async Task RemoveOriginalAsync(string original, ETag seen, CancellationToken cancel)
    {
        try
        {
            await _state.GetBlobClient(NameOf(original)).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, new() { IfMatch = seen }, cancel).ConfigureAwait(false);
        }
        catch (RequestFailedException error) when (error.Status == 412)
        {
            // The same bytes came from somewhere else meanwhile.
        }
    }

    /// <summary>The blob of an original; null for none.</summary>
    [return: NotNullIfNotNull(nameof(original))]
    internal static string? NameOf(string? original) => original is null ? null : $"{Originals}{original[..2]}/{original}";
}
