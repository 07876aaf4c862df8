using Blobpress.Publishing.Images;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Images;
using Blobpress.Site.Links;
using Blobpress.Site.Posts;
using Blobpress.Site.Settings;
using Blobpress.Site.Urls;

namespace Blobpress.Publishing.Sites;

/// <summary>Publishes a file beside the posts under its own name, and mends the posts that show it as an image.</summary>
public sealed class AssetPublisher(StorageAccount account, SiteStore sites, ImagePublisher images)
{
    private readonly PostSource _sources = new(account.Posts);
    private readonly SourceRecords _records = new(account);
    private readonly SiteWriter _web = new(account.Web);
    private readonly UrlClaims _claims = new(account.Claims);
    private readonly Relinking _links = new(account);

    /// <summary>Makes the site match one asset.</summary>
    public Task<PublishReport> PublishAsync(string name, CancellationToken cancel) =>
        StorageErrors.RetryConflictsAsync(() => AttemptAsync(name, cancel));

    private async Task<PublishReport> AttemptAsync(string name, CancellationToken cancel)
    {
        var settings = (await sites.ReadAsync(cancel).ConfigureAwait(false)).Settings;
        var version = AssetContent.VersionFor(name, settings);
        var path = SitePath.OfBlob(name);
        // A post may have its page, or a redirect, at just this name: first come or not, no file is written over it or taken away.
        var owner = AssetNames.WhyNot(name, settings) is null ? await _claims.OwnerAsync(name, cancel).ConfigureAwait(false) : null;
        if ((owner is null ? AssetNames.WhyNot(name, settings) : $"The URL {path.Url} belongs to {owner}; rename the file.") is { } why)
        {
            var current = await _sources.ReadAsync(name, null, cancel).ConfigureAwait(false) as SourceState.Present;
            await RefreshAsync(name, settings, cancel).ConfigureAwait(false);
            Reason[] reasons = current is null ? [] : [new(0, 0, why)];
            var rejected = owner is not null || AssetNames.Problem(name) is not null;
            var news = await _records.NoteAsync(name, current?.ETag, rejected ? reasons : [], cancel, version).ConfigureAwait(false);
            await FollowAsync(name, news, cancel).ConfigureAwait(false);
            return new()
            {
                Source = name,
                Outcome = current is null ? PublishOutcome.Removed : rejected ? PublishOutcome.Rejected : PublishOutcome.Unchanged,
                Reasons = reasons,
                Repeated = !news,
                Revision = current is null ? null : $"{version} {current.ETag}",
            };
        }

        // The version of the source is kept with the file, so an unchanged asset is not even downloaded.
        var seen = await _web.ReadVersionAsync(path, cancel).ConfigureAwait(false);
        var known = KnownVersion(seen, version);
        var source = await _sources.ReadAsync(name, known, cancel).ConfigureAwait(false);
        if (source is SourceState.AsKnown)
        {
            await FollowAsync(name, await _records.NoteAsync(name, known, [], cancel, version).ConfigureAwait(false), cancel).ConfigureAwait(false);
            return new() { Source = name, Outcome = PublishOutcome.Unchanged, Url = path.Url, Repeated = true, Revision = seen.Content };
        }

        // First what shows it, then the file: as long as the file is the old one, this is done again after a crash.
        await RefreshAsync(name, settings, cancel).ConfigureAwait(false);
        var report = await WriteAsync(name, path, settings, seen, source, cancel).ConfigureAwait(false);
        var etag = (source as SourceState.Present)?.ETag;
        var noted = await _records.NoteAsync(name, etag, report.Outcome == PublishOutcome.Rejected ? report.Reasons : [], cancel, version).ConfigureAwait(false);
        await FollowAsync(name, noted, cancel).ConfigureAwait(false);
        return report with { Repeated = !noted && report.Outcome != PublishOutcome.Published, Revision = etag is null ? null : $"{version} {etag}" };
    }

    private async Task<PublishReport> WriteAsync(string name, SitePath path, SiteSettings settings, FileVersion seen, SourceState source, CancellationToken cancel)
    {
        if (source is not SourceState.Present(var bytes, var etag, _, _))
        {
            await _web.RemoveAsync(path, seen, cancel).ConfigureAwait(false);
            return new() { Source = name, Outcome = PublishOutcome.Removed };
        }

        var asset = AssetContent.Of(name, bytes, settings);
        if (asset.Content is not { } content)
        {
            await _web.RemoveAsync(path, seen, cancel).ConfigureAwait(false);
            return new() { Source = name, Outcome = PublishOutcome.Rejected, Reasons = [new(0, 0, asset.Refusal!)] };
        }

        await _web.WriteAsync(path, seen, content with { Content = $"{AssetContent.VersionFor(name, settings)} {etag}" }, always: true, cancel).ConfigureAwait(false);
        return new() { Source = name, Outcome = PublishOutcome.Published, Url = path.Url, Written = [path.Url], Reasons = asset.Note is { } note ? [new(0, 0, note)] : [] };
    }

    private Task RefreshAsync(string name, SiteSettings settings, CancellationToken cancel) =>
        images.RefreshAsync(ImageSource.AssetPrefix + name, settings, cancel);

    // Links lead to the file's own name: all that changes is whether their posts are told that it is missing.
    private Task FollowAsync(string name, bool isNews, CancellationToken cancel) =>
        isNews ? _links.BeginAsync(LinkReference.FileKey(name), cancel) : Task.CompletedTask;

    private static string? KnownVersion(FileVersion seen, string version) =>
        seen.Content is { } content && content.StartsWith(version + " ", StringComparison.Ordinal) ? content[(version.Length + 1)..] : null;
}
