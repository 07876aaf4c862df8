using Blobpress.Publishing.Images.Hosts;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Images;
using Blobpress.Site.Settings;

namespace Blobpress.Publishing.Images;

/// <summary>Asks again for images that were not to be had or that changed, and finds the posts that show them otherwise than they are.</summary>
internal sealed class ImageRenewals(StorageAccount account, ImageCopies copies, HostCircuits circuits, ImageRemovals removals, PublishingOptions options)
{
    private readonly ImageRecords _records = new(account.Images);
    private readonly PostRecords _posts = new(account.Records);

    /// <summary>Brings an image up to date.</summary>
    /// <param name="key">The image.</param>
    /// <param name="after">The last post that an earlier step looked at; null for the first step.</param>
    /// <param name="wish">What is wanted of it.</param>
    /// <param name="settings">Of the site.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<Renewal> RenewAsync(string key, string? after, ImageWish wish, SiteSettings settings, CancellationToken cancel)
    {
        // What a post carries in itself changes with the post alone.
        if (key.StartsWith(ImageSource.InlinePrefix, StringComparison.Ordinal))
        {
            return Renewal.Nothing;
        }

        if ((await _records.UsesAsync(key, null, 1, cancel).ConfigureAwait(false)).Count == 0)
        {
            return Renewal.Nothing;
        }

        await copies.GetAsync(SourceOf(key), wish, settings, cancel).ConfigureAwait(false);

        // It may have been collected just before, and is there again now.
        await removals.CollectLaterAsync(key, cancel).ConfigureAwait(false);

        // Read after the image was brought up to date: whoever noted its use later than that sees it as it is.
        var (record, _) = await _records.ReadAsync(key, cancel).ConfigureAwait(false);
        var uses = await _records.UsesAsync(key, after, options.SweepAtOnce, cancel).ConfigureAwait(false);
        var posts = new List<string>();
        await Concurrently.ForEachAsync(uses, options.PagesAtOnce, async post =>
        {
            // A post that is being published just now has no record of it yet: it is asked to look again.
            var live = (await _posts.ReadAsync(post, cancel).ConfigureAwait(false)).Record?.Live?.Images.FirstOrDefault(image => image.Key == key);
            if (live is null || !ImageRecord.IsShown(record, live))
            {
                lock (posts)
                {
                    posts.Add(post);
                }
            }
        }).ConfigureAwait(false);
        return new(posts, uses.Count == options.SweepAtOnce ? uses[^1] : null);
    }

    /// <summary>Tries a host again with one image that waits for it; where it answers, all of them are seen to, some at a time.</summary>
    public async Task<Revival> ReviveAsync(string host, ImageWish wish, DateTimeOffset now, SiteSettings settings, CancellationToken cancel)
    {
        var circuit = await circuits.ReadAsync(host, cancel).ConfigureAwait(false);
        if (circuit?.Until > now)
        {
            // Somebody tried it meanwhile, and it is due again by then.
            return Revival.Nothing;
        }

        var waiters = await circuits.ReadWaitersAsync(host, options.ChangesAtOnce, cancel).ConfigureAwait(false);
        var renewals = new List<(HostWaiter Waiter, Renewal Renewal)>();
        while (circuit is not null && renewals.Count < waiters.Count)
        {
            // One whose posts are gone asks nobody, and the next is taken.
            await RenewAsync(waiters[renewals.Count]).ConfigureAwait(false);
            circuit = await circuits.ReadAsync(host, cancel).ConfigureAwait(false);
            if (circuit?.Until > now)
            {
                return new(renewals, More: false);
            }
        }

        if (circuit is not null)
        {
            await circuits.ForgetAsync(host, cancel).ConfigureAwait(false);
            return new(renewals, More: false);
        }

        await Concurrently.ForEachAsync(waiters.Skip(renewals.Count).ToList(), options.ImagesAtOnce, RenewAsync).ConfigureAwait(false);
        return new(renewals, More: waiters.Count == options.ChangesAtOnce);

        async Task RenewAsync(HostWaiter waiter)
        {
            var renewal = await this.RenewAsync(waiter.Key, null, wish, settings, cancel).ConfigureAwait(false);
            lock (renewals)
            {
                renewals.Add((waiter, renewal));
            }
        }
    }

    /// <summary>Strikes an image off that waited for a host, unless it came to wait again: after its posts were told.</summary>
    public Task SettleAsync(HostWaiter waiter, CancellationToken cancel) => circuits.RemoveWaiterAsync(waiter, cancel);

    private static ImageSource SourceOf(string key) => key.StartsWith(ImageSource.AssetPrefix, StringComparison.Ordinal)
        ? new ImageSource.Asset(key[ImageSource.AssetPrefix.Length..])
        : new ImageSource.Remote(new Uri(key), null);
}

/// <summary>What is to be done after an image was brought up to date.</summary>
/// <param name="Posts">Show it otherwise than it is, and are to be published.</param>
/// <param name="After">The last post that was looked at, where there are more; else null.</param>
internal sealed record Renewal(IReadOnlyCollection<string> Posts, string? After)
{
    /// <summary>Nothing shows it.</summary>
    public static Renewal Nothing { get; } = new([], null);
}

/// <summary>What came of trying a host again.</summary>
/// <param name="Renewals">The images that were seen to.</param>
/// <param name="More">True where more wait, and the host answers.</param>
internal sealed record Revival(IReadOnlyList<(HostWaiter Waiter, Renewal Renewal)> Renewals, bool More)
{
    /// <summary>Nobody was asked.</summary>
    public static Revival Nothing { get; } = new([], More: false);
}
