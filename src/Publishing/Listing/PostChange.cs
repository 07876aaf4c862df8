using Blobpress.Publishing.Index;
using Blobpress.Site.Listings;
using Blobpress.Site.Urls;

namespace Blobpress.Publishing.Listing;

/// <summary>One post whose lists lag behind its record.</summary>
/// <param name="State">The post as it was read.</param>
internal sealed record PostChange(PostState State)
{
    public string Name => State.Name;

    /// <summary>What is to be shown; null for nothing.</summary>
    public LivePost? Live => State.Record?.Live;

    /// <summary>What the lists show, as far as they were told.</summary>
    public LivePost? Shown => State.Indexed?.Live;

    /// <summary>Everything that may be anywhere for this post.</summary>
    public Footprint Everything => State.Everything;

    /// <summary>What is there and is not to be.</summary>
    public Footprint Stale => Everything.Without(State.Record?.Footprint ?? Footprint.Empty);

    /// <summary>The URLs of its own pages and redirects, those that are going included.</summary>
    public IEnumerable<string> Urls => Everything.Paths.Select(path => SitePath.OfBlob(path).Url);

    /// <summary>
    /// True where settings, theme or engine may have changed, so that even pages which only link to pages change: a post that
    /// comes or goes may be the only one to tell a list of it.
    /// </summary>
    public bool Restyled => Live?.Fingerprint != Shown?.Fingerprint;

    /// <summary>True where the neighbours' links to this post change, or its own to them.</summary>
    public bool MovesNeighbours => !State.IsNext || State.Record?.Leftover.IsEmpty == false || Link(Live) != Link(Shown);

    /// <summary>True where the post comes to other URLs, present or former ones.</summary>
    public bool MovesPlaces => !Places(Live).SetEquals(Places(Shown));

    /// <summary>True where lists lose the post, and with it perhaps their pages.</summary>
    public bool LeavesLists => Stale.Rows.Count > 0;

    /// <summary>The places in the list of all posts where this post is, or may have been.</summary>
    public IEnumerable<string> Keys => Everything.Rows.Where(row => row.List == ListKey.All).Select(row => row.Key).Distinct();

    private static HashSet<string> Places(LivePost? live) => live is null ? [] : [live.Page, .. live.Aliases];

    private static (string?, string?, string?, DateTimeOffset?) Link(LivePost? live) =>
        (live?.Key, live?.Summary.Url, live?.Summary.Title, live?.Summary.Date);
}
