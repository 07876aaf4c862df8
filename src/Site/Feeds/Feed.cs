using Blobpress.Site.Html;
using Blobpress.Site.Listings;

namespace Blobpress.Site.Feeds;

/// <summary>The newest posts of a list, for feed readers.</summary>
/// <param name="List">The list; its title is empty for the whole site.</param>
/// <param name="Entries">Newest first.</param>
public sealed record Feed(ListHeading List, IReadOnlyList<FeedEntry> Entries);

/// <summary>One entry of a feed.</summary>
/// <param name="Summary">The post.</param>
/// <param name="Html">The whole post, or null where the site's feeds carry excerpts.</param>
public sealed record FeedEntry(PostSummary Summary, string? Html);
