using Blobpress.Site.Listings;

namespace Blobpress.Site.Urls;

/// <summary>Tells the names of files that the site writes from those that posts and files beside them may have.</summary>
internal static class OwnFiles
{
    private static readonly string[] Feeds = ["atom.xml", "rss.xml", "feed.json"];

    /// <summary>True for pages and feeds of lists, parts of the sitemap, copies of images and files of the theme.</summary>
    public static bool Has(string blob) => blob.Split('/') switch
    {
        ["archives", .. var period, "index.html"] => IsPeriod(period),
        ["tags" or "authors", "index.html"] or ["categories", "index.html"] => true,
        ["tags" or "authors" or "categories", "index", .., "index.html"] => true,
        ["tags" or "authors", var term, .. var rest] => IsTerm(term) && IsOfList(rest),
        ["categories", .. var path] => Enumerable.Range(1, path.Length).Any(depth => path.Take(depth).All(IsTerm) && IsOfCategory(path[depth..])),
        ["sitemaps", var shard] => IsShard(shard),
        ["images", [_, _] folder, var file] => file.StartsWith(folder, StringComparison.Ordinal) && IsVariant(file),
        ["theme", var file] => file.Split('.') is [_, [_, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _] hash, _] && hash.All(char.IsAsciiHexDigit),
        _ => false,
    };

    private static bool IsOfList(ReadOnlySpan<string> rest) => rest switch
    {
        ["index.html"] => true,
        [var feed] => Feeds.Contains(feed),
        ["archives", .. var period, "index.html"] => IsPeriod(period),
        _ => false,
    };

    private static bool IsOfCategory(string[] rest) => IsOfList(rest) || rest is ["index", .., "index.html"];

    private static bool IsTerm(string segment) => TermSlug.Of(segment) == segment;

    // Year, month, day, hour, minute, second, then single digits of a hash.
    private static bool IsPeriod(ReadOnlySpan<string> period)
    {
        for (var at = 0; at < period.Length; at++)
        {
            var length = at == 0 ? 4 : at <= 5 ? 2 : 1;
            if (period[at].Length != length || !period[at].All(at <= 5 ? char.IsAsciiDigit : char.IsAsciiHexDigitLower)) return false;
        }

        return true;
    }

    private static bool IsShard(string file) => file.EndsWith(".xml", StringComparison.Ordinal) && IsPeriod(file[..^4].Split('-'));

    private static bool IsVariant(string file)
    {
        var dash = file.IndexOf('-', StringComparison.Ordinal);
        return dash == 32 && file.Take(dash).All(char.IsAsciiHexDigitLower);
    }
}
