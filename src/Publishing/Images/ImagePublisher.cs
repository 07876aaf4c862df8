using System.Collections.Concurrent;
using Azure.Storage.Queues;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Html;
using Blobpress.Site.Images;
using Blobpress.Site.Settings;

namespace Blobpress.Publishing.Images;

/// <summary>
/// Sees to it that the images of a post are on the site. Each image is fetched once for all posts and all instances, and
/// one that can't be had holds nothing back.
/// </summary>
public sealed class ImagePublisher(StorageAccount account, ImageFetcher fetcher, PublishingOptions options, TimeProvider clock)
{
    private readonly ImageRecords _records = new(account.Images);
    private readonly ImageCopies _copies = new(account, fetcher, clock);
    private readonly DueTimes _due = new(account.Lists);
    private readonly QueueClient _publish = account.Publish;

    // Hundreds of posts that name one image at the same moment wait for one task.
    private readonly ConcurrentDictionary<(string Key, bool Card), Lazy<Task<ImageOutcome>>> _underWay = [];

    /// <summary>Makes every image of a post ready, or finds out why one can't be.</summary>
    /// <param name="article">The post's body and header.</param>
    /// <param name="post">The post's name, noted with each image so that the page is mended when an image changes.</param>
    /// <param name="settings">Of the site.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<ImageOutcomes> EnsureAsync(ArticleDraft article, string post, SiteSettings settings, CancellationToken cancel)
    {
        var references = article.Images.Where(reference => reference.Source is not ImageSource.Inline).ToList();
        var outcomes = new ImageOutcome[references.Count];
        await Concurrently.ForEachAsync(Enumerable.Range(0, references.Count), options.ImagesAtOnce, async at =>
        {
            // The image of cards and social previews is the header's or, without one, the first.
            outcomes[at] = await EnsureAsync(references[at].Source, post, at == 0, settings, cancel).ConfigureAwait(false);
        }).ConfigureAwait(false);
        return ImageOutcomes.Of([.. references.Zip(outcomes)]);
    }

    /// <summary>True where the images of a published post are still as its page shows them.</summary>
    public async Task<bool> AreCurrentAsync(IReadOnlyList<LiveImage> images, SiteSettings settings, CancellationToken cancel)
    {
        foreach (var image in images)
        {
            var (record, _) = await _records.ReadAsync(image.Key, cancel).ConfigureAwait(false);
            var missing = record?.Encoded is null || record.Failure is not null;
            if (record?.Encoded?.Hash != image.Hash || missing != image.Missing || (!missing && record?.Encoder != ImageHash.Recipe(settings.Images)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Asks again for an image that failed, or whose file beside the posts changed; the posts that show it are published again where that helped.</summary>
    public async Task RetryAsync(string key, SiteSettings settings, CancellationToken cancel)
    {
        var uses = new List<string>();
        await foreach (var post in _records.UsesAsync(key, cancel).ConfigureAwait(false))
        {
            uses.Add(post);
        }

        if (uses.Count == 0)
        {
            return;
        }

        var before = (await _records.ReadAsync(key, cancel).ConfigureAwait(false)).Record;
        await _copies.GetAsync(SourceOf(key), card: false, force: true, settings, cancel).ConfigureAwait(false);
        var after = (await _records.ReadAsync(key, cancel).ConfigureAwait(false)).Record;
        if (before?.Encoded?.Hash != after?.Encoded?.Hash || before?.Failure is null != after?.Failure is null)
        {
            foreach (var post in uses)
            {
                await _publish.SendMessageAsync(PublishMessage.Of(post), cancel).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Notes that a post shows an image no longer; one that nothing shows is collected after the grace period.</summary>
    public async Task DropAsync(string key, string post, CancellationToken cancel)
    {
        await _records.RemoveUseAsync(key, post, cancel).ConfigureAwait(false);
        if (!await IsUsedAsync(key, cancel).ConfigureAwait(false))
        {
            await _due.AddAsync(clock.GetUtcNow() + options.ImageGrace, DueKind.Collect, key, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Removes the files of an image that nothing shows, unless something has come to show it.</summary>
    public async Task CollectAsync(string key, CancellationToken cancel)
    {
        var (record, seen) = await _records.ReadAsync(key, cancel).ConfigureAwait(false);
        if (record is null || await IsUsedAsync(key, cancel).ConfigureAwait(false))
        {
            return;
        }

        // A post notes its use before it reads the record. Once the record says that there is no copy, a use noted later
        // makes a new one; a use noted earlier is seen by the second look.
        seen = await _records.WriteAsync(new ImageRecord { Key = key }, seen, cancel).ConfigureAwait(false);
        if (await IsUsedAsync(key, cancel).ConfigureAwait(false))
        {
            await _records.WriteAsync(record, seen, cancel).ConfigureAwait(false);
            return;
        }

        await _copies.RemoveAsync(record, cancel).ConfigureAwait(false);
        await _records.RemoveAsync(key, seen!.Value, cancel).ConfigureAwait(false);
    }

    private async Task<ImageOutcome> EnsureAsync(ImageSource source, string post, bool card, SiteSettings settings, CancellationToken cancel)
    {
        if (source is ImageSource.Unusable(_, var reason))
        {
            return new ImageOutcome.Missing(reason);
        }

        await _records.AddUseAsync(source.Key, post, cancel).ConfigureAwait(false);
        var id = (source.Key, card);
        var task = _underWay.GetOrAdd(id, _ => new(() => _copies.GetAsync(source, card, force: false, settings, CancellationToken.None)));
        try
        {
            return await task.Value.WaitAsync(cancel).ConfigureAwait(false);
        }
        finally
        {
            _underWay.TryRemove(new(id, task));
        }
    }

    private async Task<bool> IsUsedAsync(string key, CancellationToken cancel)
    {
        await foreach (var post in _records.UsesAsync(key, cancel).ConfigureAwait(false))
        {
            return post is not null;
        }

        return false;
    }

    private static ImageSource SourceOf(string key) => key.StartsWith(ImageSource.AssetPrefix, StringComparison.Ordinal)
        ? new ImageSource.Asset(key[ImageSource.AssetPrefix.Length..])
        : new ImageSource.Remote(new Uri(key), null);
}
