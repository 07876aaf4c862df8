using Azure;
using Azure.Storage.Blobs.Models;
using Blobpress.Publishing.Images;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Urls;

namespace Blobpress.Publishing.Sweeping;

/// <summary>
/// Removes files that nothing accounts for, of the site and of what is kept beside it. A file's version is read before it is
/// judged, so that one that was written since stays: whoever brings a file back gives it a new version.
/// </summary>
internal sealed class StrayFiles(StorageAccount account, ImageComparison images, PublishingOptions options, TimeProvider clock)
{
    private const string Variants = "images/";

    private readonly PostRecords _records = new(account.Records);
    private readonly UrlClaims _claims = new(account.Claims);
    private readonly SiteWriter _web = new(account.Web);

    /// <summary>Of the site.</summary>
    public async Task RemoveFromSiteAsync(ExpectedParts expected, SweepReport report, CancellationToken cancel)
    {
        await foreach (var blob in account.Web.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancel).ConfigureAwait(false))
        {
            if (expected.Files.Contains(blob.Name) || !IsOld(blob.Name, blob.Properties.LastModified))
            {
                continue;
            }

            var path = SitePath.OfBlob(blob.Name);
            var seen = await _web.ReadVersionAsync(path, cancel).ConfigureAwait(false);
            if (IsOld(blob.Name, seen.Written) && await IsStrayAsync(blob.Name, expected, cancel).ConfigureAwait(false) && await RemoveAsync(path, seen, cancel).ConfigureAwait(false))
            {
                report.Add(Violation.StrayFile, blob.Name);
            }
        }
    }

    /// <summary>Of contents and originals.</summary>
    public async Task RemoveKeptAsync(ExpectedParts expected, SweepReport report, CancellationToken cancel)
    {
        foreach (var folder in new[] { ContentStore.Folder, ImageFiles.Originals })
        {
            await foreach (var blob in account.State.GetBlobsAsync(BlobTraits.None, BlobStates.None, folder, cancel).ConfigureAwait(false))
            {
                if (!expected.Kept.Contains(blob.Name) && IsOld(blob.Name, blob.Properties.LastModified) && await RemoveKeptAsync(blob.Name, cancel).ConfigureAwait(false))
                {
                    report.Add(Violation.StrayFile, blob.Name);
                }
            }
        }
    }

    private bool IsOld(string name, DateTimeOffset? written) =>
        written <= clock.GetUtcNow() - (name.StartsWith(Variants, StringComparison.Ordinal) ? options.ImageGrace : options.StrayGrace);

    private async Task<bool> IsStrayAsync(string name, ExpectedParts expected, CancellationToken cancel)
    {
        if (name.StartsWith(Variants, StringComparison.Ordinal))
        {
            return await images.IsStrayAsync(name, expected, cancel).ConfigureAwait(false);
        }

        var owner = await _claims.OwnerAsync(name, cancel).ConfigureAwait(false);
        return owner is null || (await _records.ReadAsync(owner, cancel).ConfigureAwait(false)) is { NeedsListing: false } state && !state.Everything.Paths.Contains(name);
    }

    private async Task<bool> RemoveAsync(SitePath path, FileVersion seen, CancellationToken cancel)
    {
        try
        {
            await _web.RemoveAsync(path, seen, cancel).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException error) when (error.IsConflict())
        {
            return false;
        }
    }

    // Whoever needs one writes it, even over one that is there, before noting it.
    private async Task<bool> RemoveKeptAsync(string name, CancellationToken cancel)
    {
        var blob = account.State.GetBlobClient(name);
        try
        {
            var properties = (await blob.GetPropertiesAsync(cancellationToken: cancel).ConfigureAwait(false)).Value;
            if (!IsOld(name, properties.LastModified))
            {
                return false;
            }

            await blob.DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, new BlobRequestConditions { IfMatch = properties.ETag }, cancel).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException error) when (error.IsConflict())
        {
            return false;
        }
    }
}
