using Blobpress.Publishing.Posts;

namespace Blobpress.Publishing.Sites;

/// <summary>The one entry for events about uploaded files: each goes to the publisher of its kind.</summary>
public sealed class SourcePublisher(PostPublisher posts, SitePublisher site, AssetPublisher assets)
{
    /// <summary>Makes the site match the source of a name, whatever happened to it.</summary>
    public Task<PublishReport> PublishAsync(string name, CancellationToken cancel) => SiteNames.KindOf(name) switch
    {
        SourceKind.Post => posts.PublishAsync(name, cancel),
        SourceKind.Site => site.PublishAsync(name, cancel),
        _ => assets.PublishAsync(name, cancel),
    };
}
