using Blobpress.Site.Listings;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Urls;

/// <summary>Tells the names of files that the site writes from those that posts and files beside them may have.</summary>
internal static class OwnFiles
{
    private static readonly string[] Feeds = ["atom.xml", "rss.xml", "feed.json"];

    /// <summary>True for pages and feeds of lists, parts of the sitemap, copies of images and files of the theme.</summary>
    public static bool Has(string blob, ListPaths paths)
    {
        if (Below(blob, paths.Archives) is [.. var period, "index.html"]) return IsPeriod(period);
        if ((Below(blob, paths.Tags) ?? Below(blob, paths.Authors)) is { } terms) return IsIndex(terms) || (terms is [var term, .. var rest] && IsTerm(term) && IsOfList(rest));
        if (Below(blob, paths.Categories) is { } path)
            return IsIndex(path) || Enumerable.Range(1, path.Length).Any(depth => path.Take(depth).All(IsTerm) && IsOfCategory(path[depth..]));
        return blob.Split('/') switch
        {
            ["sitemaps", var shard] => IsShard(shard),
            ["images", [_, _] folder, var file] => file.StartsWith(folder, StringComparison.Ordinal) && IsVariant(file),
            ["theme", var file] => file.Split('.') is [_, [_, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _] hash, _] && hash.All(char.IsAsciiHexDigit),
            _ => false,
        };
    }

    /// <summary>What of the site's own is at a path that a post wants, to follow "The permalink '…'".</summary>
    public static string Clash(SitePath path, ListPaths paths)
    {
        var list = Below(path.Blob, paths.Archives) is not null ? ("archives", "the archive")
            : Below(path.Blob, paths.Tags) is not null ? ("tags", "the list of a tag")
            : Below(path.Blob, paths.Authors) is not null ? ("authors", "the list of an author")
            : Below(path.Blob, paths.Categories) is not null ? ("categories", "the list of a category")
            : default;
        return list.Item1 is null ? $"is where the site has a file of its own, {path.Url}"
            : $"is where the site has {list.Item2} of its own, {path.Url}; give the post another place, or the lists one by lists.paths.{list.Item1} in site.yml";
    }

    // The segments of what lies in a folder; null where it lies elsewhere.
    private static string[]? Below(string blob, string folder) =>
        blob.Length > folder.Length && blob[folder.Length] == '/' && blob.StartsWith(folder, StringComparison.Ordinal) ? blob[(folder.Length + 1)..].Split('/') : null;

    private static bool IsIndex(string[] path) => path is ["index.html"] or ["index", .., "index.html"];

    private static bool IsOfList(ReadOnlySpan<string> rest) => rest switch
    {
        ["index.html"] => true,
        [var feed] => Feeds.Contains(feed),
        ["archives", .. var period, "index.html"] => IsPeriod(period),
        _ => false,
    };

    private static bool IsOfCategory(string[] rest) => IsOfList(rest) || rest is ["index", .., "index.html"];

    private static bool IsTerm(string segment) => TermSlug.Is(segment);

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
