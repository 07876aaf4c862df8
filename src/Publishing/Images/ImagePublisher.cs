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
public sealed class ImagePublisher
{
    private readonly ImageRecords _records;
    private readonly ImageCopies _copies;
    private readonly PostRecords _posts;
    private readonly QueueClient _publish;
    private readonly PublishingOptions _options;

    // Hundreds of posts that name one image at the same moment wait for one answer.
    private readonly SharedWork<(string Key, bool Card), ImageOutcome> _underWay = new();

    /// <summary>A publisher of the images of one site.</summary>
    /// <param name="account">Where the site is.</param>
    /// <param name="fetch">Asks origins.</param>
    /// <param name="encode">Makes variants.</param>
    /// <param name="options">How many images of a post at a time.</param>
    /// <param name="clock">For pauses and due times.</param>
    public ImagePublisher(StorageAccount account, FetchImage fetch, EncodeImage encode, PublishingOptions options, TimeProvider clock)
    {
        _records = new(account.Images);
        _copies = new(account, new ImageMaker(account, fetch, encode, options, clock), clock);
        _posts = new(account.Records);
        _publish = account.Publish;
        _options = options;
        Removals = new(account, options, clock);
    }

    /// <summary>Takes away images that nothing shows any more.</summary>
    public ImageRemovals Removals { get; }

    /// <summary>Makes every image of a post ready, or finds out why one can't be.</summary>
    /// <param name="article">The post's body and header.</param>
    /// <param name="post">The post's name, noted with each image so that the page is mended when an image changes.</param>
    /// <param name="settings">Of the site.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<ImageOutcomes> EnsureAsync(ArticleDraft article, string post, SiteSettings settings, CancellationToken cancel)
    {
        var references = article.Images.Where(reference => reference.Source is not ImageSource.Inline).ToList();
        var outcomes = new ImageOutcome[references.Count];
        await Concurrently.ForEachAsync(Enumerable.Range(0, references.Count), _options.ImagesAtOnce, async at =>
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
            if (!ImageRecord.IsShown(record, image) || (!image.Missing && record?.Encoder != ImageHash.Recipe(settings.Images)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Asks again for an image that failed, once its pause is over, and has the posts published that show it otherwise than it is.</summary>
    public Task RetryAsync(string key, SiteSettings settings, CancellationToken cancel) => RenewAsync(key, ask: false, settings, cancel);

    /// <summary>As <see cref="RetryAsync"/>, but asks at once: for a file beside the posts that changed.</summary>
    public Task RefreshAsync(string key, SiteSettings settings, CancellationToken cancel) => RenewAsync(key, ask: true, settings, cancel);

    /// <summary>Notes that a post shows an image no longer; one that nothing shows is collected after the grace period.</summary>
    public Task DropAsync(string key, string post, CancellationToken cancel) => Removals.DropAsync(key, post, cancel);

    private async Task RenewAsync(string key, bool ask, SiteSettings settings, CancellationToken cancel)
    {
        if (ask)
        {
            // Before the uses are read: a post that notes its use later than that asks for itself.
            await _copies.DoubtAsync(key, cancel).ConfigureAwait(false);
        }

        var uses = new List<string>();
        await foreach (var post in _records.UsesAsync(key, cancel).ConfigureAwait(false))
        {
            uses.Add(post);
        }

        if (uses.Count == 0)
        {
            return;
        }

        await _copies.GetAsync(SourceOf(key), card: false, ask, settings, cancel).ConfigureAwait(false);
        var (record, _) = await _records.ReadAsync(key, cancel).ConfigureAwait(false);
        foreach (var post in uses)
        {
            // A post that is being published just now has no record of it yet: it is asked to look again.
            var live = (await _posts.ReadAsync(post, cancel).ConfigureAwait(false)).Record?.Live?.Images.FirstOrDefault(image => image.Key == key);
            if (live is null || !ImageRecord.IsShown(record, live))
            {
                await _publish.SendMessageAsync(PublishMessage.Of(post), cancel).ConfigureAwait(false);
            }
        }
    }

    private async Task<ImageOutcome> EnsureAsync(ImageSource source, string post, bool card, SiteSettings settings, CancellationToken cancel)
    {
        if (source is ImageSource.Unusable(_, var reason))
        {
            return new ImageOutcome.Missing(reason);
        }

        await _records.AddUseAsync(source.Key, post, cancel).ConfigureAwait(false);
        return await _underWay.RunAsync(
            (source.Key, card), () => _copies.GetAsync(source, card, ask: false, settings, CancellationToken.None), cancel).ConfigureAwait(false);
    }

    private static ImageSource SourceOf(string key) => key.StartsWith(ImageSource.AssetPrefix, StringComparison.Ordinal)
        ? new ImageSource.Asset(key[ImageSource.AssetPrefix.Length..])
        : new ImageSource.Remote(new Uri(key), null);
}
