using System.Text;

namespace Blobpress.Site.Urls;

/// <summary>Makes a place on the site of a URL that an author wrote.</summary>
internal static class UrlPath
{
    // A blob's name may have 1,024 characters, and a browser or proxy may refuse URLs of more than about 2,000 bytes.
    private const int MaxLength = 600;

    private static readonly HashSet<string> Taken = new(StringComparer.OrdinalIgnoreCase)
    {
        "404.html", "robots.txt", "sitemap.xml", "atom.xml", "rss.xml", "feed.json", "index",
    };

    // Pages of old sites; a directory of that name would not answer without a slash at its end.
    private static readonly string[] PageExtensions = [".html", ".htm", ".php", ".asp", ".aspx", ".jsp"];

    /// <summary>The place; or, where it is unfit, why, to follow "The permalink '…'".</summary>
    public static (SitePath? Path, string? Problem) Of(string url, Uri baseUrl)
    {
        var (path, problem) = WithoutHost(url.Trim(), baseUrl);
        if (path is null) return (null, problem);
        if (SegmentRules.ProblemOfEncoding(path) is { } encoding) return (null, encoding);
        path = Uri.UnescapeDataString(path);
        if (Unfit(path) is { } unfit) return (null, unfit);

        var segments = ComposedText.Of(path).Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (segments is [.., "index.html" or "index.htm"]) return Place(segments[..^1], isPage: false);
        return Place(segments, isPage: !path.EndsWith('/') && segments.Length > 0 && IsPage(segments[^1]));
    }

    private static (SitePath? Path, string? Problem) Place(string[] segments, bool isPage)
    {
        if (segments.Length == 0) return (null, "is the home page's, or empty");
        if (SegmentRules.Problem(segments) is { } problem) return (null, problem);
        if (segments.Any(segment => segment[^1] == '.')) return (null, "has a segment that is, or ends in, a dot");
        if (SitePaths.Reserved.Contains(segments[0]) || Taken.Contains(segments[0]))
            return (null, $"begins with '{segments[0]}', which the site needs for pages of its own");
        var path = isPage ? SitePath.OfBlob(string.Join('/', segments)) : SitePath.OfDirectory(segments);
        return path.Blob.Length > MaxLength ? (null, $"is longer than {MaxLength} characters") : (path, null);
    }

    private static string? Unfit(string path)
    {
        if (path.AsSpan().ContainsAny('?', '#')) return "has a query or fragment, which no file can have";
        if (path.AsSpan().ContainsAny('\\', '\uFFFD', '\uFFFE') || path.Any(char.IsControl)) return "holds a character that a URL can't have";
        return IsUnicode(path) ? null : "holds a character that a URL can't have";
    }

    private static (string? Path, string? Problem) WithoutHost(string url, Uri baseUrl)
    {
        var scheme = url.StartsWith("//", StringComparison.Ordinal) ? 0 : url.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0) return (url, null);
        // "//x//y" may be meant as a path; but browsers take what follows two slashes for a host.
        var host = scheme + (scheme == 0 ? 2 : 3);
        var end = url.AsSpan(host).IndexOfAny("/?#") is >= 0 and var at ? host + at : url.Length;
        return url[host..end].Equals(baseUrl.Authority, StringComparison.OrdinalIgnoreCase)
            ? (url[end..], null)
            : (null, $"names another host than the site's own, {baseUrl.Authority}");
    }

    private static bool IsPage(string segment) =>
        PageExtensions.Any(extension => segment.Length > extension.Length && segment.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    private static bool IsUnicode(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (rune == Rune.ReplacementChar) return false;
        return true;
    }
}
