using System.Globalization;
using Blobpress.Site.Listings;
using Blobpress.Site.Settings;
using Blobpress.Site.Urls;

namespace Blobpress.Site.Feeds;

/// <summary>What the three formats say of a feed alike; URLs are absolute.</summary>
internal sealed record FeedChannel(string Title, string Description, string HomeUrl, string SelfUrl, DateTimeOffset Updated)
{
    /// <param name="settings">The site's.</param>
    /// <param name="feed">The feed.</param>
    /// <param name="file">The feed's own file beside its list's front page: <c>atom.xml</c>.</param>
    public static FeedChannel Of(SiteSettings settings, Feed feed, string file)
    {
        var title = feed.List.Title.Length == 0 ? settings.Title : $"{feed.List.Title} – {settings.Title}";
        return new(
            title,
            settings.Description.Length == 0 ? title : settings.Description,
            AbsoluteUrl.Of(settings, feed.List.Url),
            AbsoluteUrl.Of(settings, SitePaths.Feed(feed.List.Url, file).Url),
            // A feed of no entries has never changed; the clock must not make it differ from run to run.
            feed.Entries.Select(entry => Changed(entry.Summary)).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max());
    }

    /// <summary>RFC 3339.</summary>
    public static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    public static DateTimeOffset Changed(PostSummary post) => post.Updated ?? post.Date;

    /// <summary>A post's authors, else the site's, else the site itself: a feed's entry must have one (RFC 4287, 4.1.2).</summary>
    public static IReadOnlyList<FeedAuthor> Authors(SiteSettings settings, PostSummary post) => post.Authors.Count == 0
        ? [new(settings.Author ?? settings.Title, null)]
        : [.. post.Authors.Select(author => new FeedAuthor(author.Title, AbsoluteUrl.Of(settings, author.Url)))];
}

/// <summary>An author; <paramref name="Url"/> is absolute, or null.</summary>
internal sealed record FeedAuthor(string Name, string? Url);
