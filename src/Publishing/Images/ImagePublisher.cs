using Azure.Storage.Queues;
using Blobpress.Publishing.Images.Hosts;
using Blobpress.Publishing.Images.Network;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Html;
using Blobpress.Site.Images;
using Blobpress.Site.Settings;

namespace Blobpress.Publishing.Images;

/// <summary>
/// Sees to it that the images of a post are on the site. Each image is fetched once for all posts and all instances, and
/// one that can't be had, or not soon, holds nothing back.
/// </summary>
public sealed class ImagePublisher
{
    // Of one post; more hosts than that wait for each other, and images of one host for those before them.
    private const int HostsAtOnce = 64;

    private readonly ImageRecords _records;
    private readonly ImageCopies _copies;
    private readonly QueueClient _publish;
    private readonly DueTimes _due;
    private readonly PublishingOptions _options;
    private readonly TimeProvider _clock;

    /// <summary>A publisher of the images of one site.</summary>
    /// <param name="account">Where the site is.</param>
    /// <param name="fetch">Asks origins.</param>
    /// <param name="encode">Makes variants.</param>
    /// <param name="options">How many images of a post at a time.</param>
    /// <param name="clock">For pauses and due times.</param>
    public ImagePublisher(StorageAccount account, FetchImage fetch, EncodeImage encode, PublishingOptions options, TimeProvider clock)
    {
        var hosts = new HostGuard(account, fetch, clock);
        _records = new(account.Images);
        _copies = new(account, new ImageMaker(account, hosts, encode, options, clock), hosts, clock);
        _publish = account.Publish;
        _due = new(account.Lists);
        (_options, _clock) = (options, clock);
        Removals = new(account, options, clock);
        Renewals = new(account, _copies, hosts.Circuits, Removals, options);
        Owed = new(account, hosts.Circuits, clock);
    }

    /// <summary>Takes away images that nothing shows any more.</summary>
    public ImageRemovals Removals { get; }

    /// <summary>Tells which images pages wait for.</summary>
    public OwedImages Owed { get; }

    /// <summary>Asks again for images that were not to be had.</summary>
    internal ImageRenewals Renewals { get; }

    /// <summary>
    /// Makes every image of a post ready, or finds out why one can't be. After <see cref="FetchSettings.PublishWait"/> the rest
    /// is left to the sweep: the post goes out without, and is mended.
    /// </summary>
    /// <param name="article">The post's body and header.</param>
    /// <param name="post">The post's name, noted with each image so that the page is mended when an image changes.</param>
    /// <param name="settings">Of the site.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<ImageOutcomes> EnsureAsync(ArticleDraft article, string post, SiteSettings settings, CancellationToken cancel)
    {
        var references = article.Images.Where(reference => reference.Source is not ImageSource.Inline { Stays: true }).ToList();
        using var patience = new CancellationTokenSource(settings.Fetch.PublishWait, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        var outcomes = await EnsureAsync(references, post, settings, either.Token, cancel).ConfigureAwait(false);

        // What is not where it is named may be in the post's own folder, or the other way round.
        var known = references.Select(reference => reference.Source.Key).ToHashSet();
        var others = references.Zip(outcomes).Where(image => image.Second is ImageOutcome.Missing).Select(image => image.First.Other).OfType<ImageReference>()
            .Where(other => known.Add(other.Source.Key)).ToList();
        var found = others.Count == 0 ? [] : await EnsureAsync(others, post, settings, either.Token, cancel).ConfigureAwait(false);
        return ImageOutcomes.Of([.. references.Concat(others).Zip(outcomes.Concat(found))]);
    }

    private async Task<List<ImageOutcome>> EnsureAsync(
        List<ImageReference> references, string post, SiteSettings settings, CancellationToken patience, CancellationToken cancel)
    {
        var outcomes = new ImageOutcome?[references.Count];

        // A host that takes its time keeps only its own images waiting.
        await Concurrently.ForEachAsync(Enumerable.Range(0, references.Count).GroupBy(at => HostOf(references[at].Source)), HostsAtOnce, host =>
            Concurrently.ForEachAsync(host, _options.ImagesAtOnce, async at =>
            {
                // The image of cards and social previews is the header's or, without one, the first.
                outcomes[at] = await TryEnsureAsync(references[at].Source, post, at == 0, settings, patience, cancel).ConfigureAwait(false);
            })).ConfigureAwait(false);
        for (var at = 0; at < references.Count; at++)
        {
            outcomes[at] ??= await OweAsync(references[at].Source, at == 0, settings, cancel).ConfigureAwait(false);
        }

        return [.. outcomes.Select(outcome => outcome!)];
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

    /// <summary>Asks at once for a file beside the posts that changed, and has the posts published that show it otherwise than it is: many of them in steps, by the sweep.</summary>
    public async Task RefreshAsync(string key, SiteSettings settings, CancellationToken cancel)
    {
        // Before the uses are read: a post that notes its use later than that asks for itself.
        await _copies.DoubtAsync(key, cancel).ConfigureAwait(false);
        var renewal = await Renewals.RenewAsync(key, null, new ImageWish(Ask: true), settings, cancel).ConfigureAwait(false);
        foreach (var post in renewal.Posts)
        {
            await _publish.SendMessageAsync(PublishMessage.Of(post), cancel).ConfigureAwait(false);
        }

        if (renewal.After is { } after)
        {
            await _due.AddAsync(_clock.GetUtcNow(), DueKind.Image, key, cancel, after).ConfigureAwait(false);
        }
    }

    // Null where the post waits no longer.
    private async Task<ImageOutcome?> TryEnsureAsync(ImageSource source, string post, bool card, SiteSettings settings, CancellationToken patience, CancellationToken cancel)
    {
        if (source is ImageSource.Unusable(_, var reason))
        {
            return new ImageOutcome.Missing(reason);
        }

        await _records.AddUseAsync(source.Key, post, cancel).ConfigureAwait(false);
        try
        {
            return await _copies.GetAsync(source, new ImageWish(card), settings, patience).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            return null;
        }
    }

    private Task<ImageOutcome> OweAsync(ImageSource source, bool card, SiteSettings settings, CancellationToken cancel)
    {
        var reason = $"{ImageSource.Describe(source.Key)}: not here after {settings.Fetch.PublishWait.TotalSeconds:0.###} s; the page is mended when it comes";
        return _copies.OweAsync(source.Key, card, reason, cancel);
    }

    private static string HostOf(ImageSource source) => source is ImageSource.Remote(var url, _) ? HostName.Of(url) : "";
}
