using Blobpress.Publishing.Images;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Images;
using Blobpress.Site.Posts;
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
        if (AssetNames.WhyNot(name) is { } why)
        {
            var current = await _sources.ReadAsync(name, null, cancel).ConfigureAwait(false) as SourceState.Present;
            await RefreshAsync(name, cancel).ConfigureAwait(false);
            Reason[] reasons = current is null ? [] : [new(0, 0, why)];
            var rejected = SourceName.Problem(name) is not null;
            var news = await _records.NoteAsync(name, current?.ETag, rejected ? reasons : [], cancel, AssetContent.Version).ConfigureAwait(false);
            return new()
            {
                Source = name,
                Outcome = current is null ? PublishOutcome.Removed : rejected ? PublishOutcome.Rejected : PublishOutcome.Unchanged,
                Reasons = reasons,
                Repeated = !news,
                Revision = current is null ? null : VersionOf(current.ETag),
            };
        }

        // The version of the source is kept with the file, so an unchanged asset is not even downloaded.
        var seen = await _web.ReadVersionAsync(path, cancel).ConfigureAwait(false);
        var known = KnownVersion(seen);
        var source = await _sources.ReadAsync(name, known, cancel).ConfigureAwait(false);
        if (source is SourceState.AsKnown)
        {
            await _records.NoteAsync(name, known, [], cancel, AssetContent.Version).ConfigureAwait(false);
            return new() { Source = name, Outcome = PublishOutcome.Unchanged, Url = path.Url, Repeated = true, Revision = seen.Content };
        }

        // First what shows it, then the file: as long as the file is the old one, this is done again after a crash.
        await RefreshAsync(name, cancel).ConfigureAwait(false);
        var report = await WriteAsync(name, path, seen, source, cancel).ConfigureAwait(false);
        var etag = (source as SourceState.Present)?.ETag;
        var noted = await _records.NoteAsync(name, etag, report.Reasons, cancel, AssetContent.Version).ConfigureAwait(false);
        return report with { Repeated = !noted && report.Outcome != PublishOutcome.Published, Revision = etag is null ? null : VersionOf(etag) };
    }

    private async Task<PublishReport> WriteAsync(string name, SitePath path, FileVersion seen, SourceState source, CancellationToken cancel)
    {
        if (source is not SourceState.Present(var bytes, var etag, _, _))
        {
            await _web.RemoveAsync(path, seen, cancel).ConfigureAwait(false);
            return new() { Source = name, Outcome = PublishOutcome.Removed };
        }

        var asset = AssetContent.Of(name, bytes);
        if (asset.Content is not { } content)
        {
            await _web.RemoveAsync(path, seen, cancel).ConfigureAwait(false);
            return new() { Source = name, Outcome = PublishOutcome.Rejected, Reasons = [new(0, 0, asset.Refusal!)] };
        }

        await _web.WriteAsync(path, seen, content with { Content = VersionOf(etag) }, always: true, cancel).ConfigureAwait(false);
        return new() { Source = name, Outcome = PublishOutcome.Published, Url = path.Url, Written = [path.Url] };
    }

    private async Task RefreshAsync(string name, CancellationToken cancel)
    {
        var site = await sites.ReadAsync(cancel).ConfigureAwait(false);
        await images.RefreshAsync(ImageSource.AssetPrefix + name, site.Settings, cancel).ConfigureAwait(false);
    }

    private static string VersionOf(string etag) => $"{AssetContent.Version} {etag}";

    private static string? KnownVersion(FileVersion seen) =>
        seen.Content is { } content && content.StartsWith(AssetContent.Version + " ", StringComparison.Ordinal) ? content[(AssetContent.Version.Length + 1)..] : null;
}
