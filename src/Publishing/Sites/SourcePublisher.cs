using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Receipts;

namespace Blobpress.Publishing.Sites;

/// <summary>The one entry for events about uploaded files: each goes to the publisher of its kind, and its author gets a receipt.</summary>
public sealed class SourcePublisher(PostPublisher posts, SitePublisher site, AssetPublisher assets, ReceiptStore receipts, TimeProvider clock)
{
    /// <summary>Makes the site match the source of a name, whatever happened to it.</summary>
    public async Task<PublishReport> PublishAsync(string name, CancellationToken cancel)
    {
        var started = clock.GetUtcNow();
        var report = await DispatchAsync(name, cancel).ConfigureAwait(false);
        await receipts.WriteAsync(report, started, cancel).ConfigureAwait(false);
        return report;
    }

    private Task<PublishReport> DispatchAsync(string name, CancellationToken cancel) => SiteNames.KindOf(name) switch
    {
        SourceKind.Post => posts.PublishAsync(name, cancel),
        SourceKind.Site => site.PublishAsync(name, cancel),
        _ => assets.PublishAsync(name, cancel),
    };
}
