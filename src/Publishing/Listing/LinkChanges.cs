using Blobpress.Publishing.Index;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Sites;
using Blobpress.Publishing.Storage;
using Blobpress.Site.Links;
using Blobpress.Site.Settings;

namespace Blobpress.Publishing.Listing;

/// <summary>
/// Has posts follow the posts they link to. All listed posts and all their links pass one index, whose transactions have an order:
/// a post that is listed after another finds its name there, and one that is listed before it has left its wish there.
/// </summary>
internal sealed class LinkChanges(StorageAccount account)
{
    private readonly PostLinks _links = new(account);
    private readonly Relinking _relinking = new(account);

    /// <summary>Tells the posts that link to changed ones; and those changed ones whose own links lead elsewhere by now.</summary>
    /// <param name="changes">Posts that the index was told of.</param>
    /// <param name="wanted">What links name, as the index had it after that.</param>
    /// <param name="settings">In force, or newer.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task FollowAsync(IReadOnlyList<PostChange> changes, WantedKeys wanted, SiteSettings settings, CancellationToken cancel)
    {
        foreach (var key in changes.SelectMany(change => KeysOf(change, settings)).Distinct().Where(wanted.MayHave))
        {
            await _relinking.BeginAsync(key, cancel).ConfigureAwait(false);
        }

        foreach (var change in changes.Where(change => change.State.Record is { Outcome: SourceOutcome.Published, Live.Links.Count: > 0 }))
        {
            if (!await _links.AreCurrentAsync(change.Name, change.Live!.Links, settings, cancel).ConfigureAwait(false))
            {
                await account.Publish.SendMessageAsync(PublishMessage.Of(change.Name), cancel).ConfigureAwait(false);
            }
        }
    }

    private static IEnumerable<string> KeysOf(PostChange change, SiteSettings settings)
    {
        if (change.MovesNeighbours)
        {
            yield return LinkReference.PostKey(change.Name);
        }

        if (settings.Links.OwnHosts.Count > 0 && (change.MovesNeighbours || change.MovesPlaces))
        {
            foreach (var path in change.Everything.Paths)
            {
                yield return LinkReference.UrlKey(path);
            }
        }
    }
}
