using Blobpress.Publishing.Images;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Images;
using Blobpress.Site.Urls;

namespace Blobpress.Publishing.Sites;

/// <summary>Publishes a file beside the posts under its own name, and mends the posts that show it as an image.</summary>
public sealed class AssetPublisher(StorageAccount account, SiteStore sites, ImagePublisher images)
{
    private readonly PostSource _sources = new(account.Posts);
    private readonly SourceRecords _records = new(account);
    private readonly SiteWriter _web = new(account.Web);

    /// <summary>Makes the site match one asset.</summary>
    public Task<PublishReport> PublishAsync(string name, CancellationToken cancel) =>
        StorageErrors.RetryConflictsAsync(() => AttemptAsync(name, cancel));

    private async Task<PublishReport> AttemptAsync(string name, CancellationToken cancel)
    {
        var path = SitePath.OfBlob(name);
        if (AssetNames.WhyNot(name) is { } reason)
        {
            var current = await _sources.ReadAsync(name, null, cancel).ConfigureAwait(false) as SourceState.Present;
            await _records.NoteAsync(name, current?.ETag, [], cancel).ConfigureAwait(false);
            return new() { Source = name, Outcome = PublishOutcome.Unchanged, Reasons = [new(0, 0, reason)] };
        }

        // The version of the source is kept with the file, so an unchanged asset is not even downloaded.
        var seen = await _web.ReadVersionAsync(path, cancel).ConfigureAwait(false);
        var source = await _sources.ReadAsync(name, seen.Content, cancel).ConfigureAwait(false);
        var outcome = await WriteAsync(path, seen, source, cancel).ConfigureAwait(false);
        if (outcome != PublishOutcome.Unchanged)
        {
            var site = await sites.ReadAsync(cancel).ConfigureAwait(false);
            await images.RetryAsync(ImageSource.AssetPrefix + name, site.Settings, cancel).ConfigureAwait(false);
        }

        await _records.NoteAsync(name, source is SourceState.AsKnown ? seen.Content : (source as SourceState.Present)?.ETag, [], cancel).ConfigureAwait(false);
        return new() { Source = name, Outcome = outcome, Url = outcome == PublishOutcome.Removed ? null : path.Url };
    }

    private async Task<PublishOutcome> WriteAsync(SitePath path, FileVersion seen, SourceState source, CancellationToken cancel)
    {
        switch (source)
        {
            case SourceState.AsKnown:
                return PublishOutcome.Unchanged;
            case SourceState.Present(var bytes, var etag, _, _):
                var content = FileContent.Asset(bytes, AssetNames.ContentType(path.Blob)) with { Content = etag };
                await _web.WriteAsync(path, seen, content, always: true, cancel).ConfigureAwait(false);
                return PublishOutcome.Published;
            default:
                await _web.RemoveAsync(path, seen, cancel).ConfigureAwait(false);
                return PublishOutcome.Removed;
        }
    }
}
