using Blobpress.Site.Feeds;
using Blobpress.Site.Urls;

namespace Blobpress.Site.Html.Themes;

/// <summary>The feeds beside a list's front page.</summary>
internal static class FeedLinks
{
    private static readonly (string Name, string File, string Type)[] Formats =
    [
        ("Atom", Atom.File, "application/atom+xml"),
        ("RSS", Rss.File, "application/rss+xml"),
        ("JSON", JsonFeed.File, "application/feed+json"),
    ];

    public static IReadOnlyList<FeedLink> Of(string frontUrl, string title) =>
    [
        .. Formats.Select(feed => new FeedLink(feed.Name, $"{title} ({feed.Name})", SitePaths.Feed(frontUrl, feed.File).Url, feed.Type)),
    ];
}
