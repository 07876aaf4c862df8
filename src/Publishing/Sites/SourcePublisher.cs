using Blobpress.Publishing.Cdn;
using Blobpress.Publishing.Diagnostics;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Receipts;
using Blobpress.Site.Posts;
using Blobpress.Site.Urls;

namespace Blobpress.Publishing.Sites;

/// <summary>The one entry for events about uploaded files: each goes to the publisher of its kind, and its author gets a receipt.</summary>
public sealed class SourcePublisher(
    PostPublisher posts, SitePublisher site, AssetPublisher assets, ReceiptStore receipts, CdnPurger cdn, TimeProvider clock)
{
    /// <summary>Makes the site match the source of a name, whatever happened to it.</summary>
    public async Task<PublishReport> PublishAsync(string name, CancellationToken cancel)
    {
        var started = clock.GetUtcNow();
        var report = await Telemetry.PublishAsync(() => DispatchAsync(name, cancel)).ConfigureAwait(false);
        await receipts.WriteAsync(report, started, cancel).ConfigureAwait(false);
        return report;
    }

    private Task<PublishReport> DispatchAsync(string name, CancellationToken cancel) => SiteNames.KindOf(name) switch
    {
        SourceKind.Post => posts.PublishAsync(name, cancel),
        SourceKind.Site => site.PublishAsync(name, cancel),
        _ => PublishAssetAsync(name, cancel),
    };

    // No list changes with an asset, so nobody else would have it purged.
    private async Task<PublishReport> PublishAssetAsync(string name, CancellationToken cancel)
    {
        var report = await assets.PublishAsync(name, cancel).ConfigureAwait(false);
        if (report.Outcome != PublishOutcome.Unchanged && SourceName.Problem(name) is null)
        {
            await cdn.PurgeAsync([SitePath.OfBlob(name).Url], cancel).ConfigureAwait(false);
        }

        return report;
    }
}
