using Blobpress.Site.Urls;

namespace Blobpress.Site.Html.Themes;

/// <summary>The feeds beside a list's front page.</summary>
internal static class FeedLinks
{
    private static readonly (string Name, string File, string Type)[] Formats =
    [
        ("Atom", "atom.xml", "application/atom+xml"),
        ("RSS", "rss.xml", "application/rss+xml"),
        ("JSON", "feed.json", "application/feed+json"),
    ];

    public static IReadOnlyList<FeedLink> Of(string frontUrl, string title) =>
    [
        .. Formats.Select(feed => new FeedLink(feed.Name, $"{title} ({feed.Name})", SitePaths.Feed(frontUrl, feed.File).Url, feed.Type)),
    ];
}
