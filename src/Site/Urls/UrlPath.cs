using System.Text;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Urls;

/// <summary>Makes a place on the site of a URL that an author wrote.</summary>
internal static class UrlPath
{
    // A blob's name may have 1,024 characters, and a browser or proxy may refuse URLs of more than about 2,000 bytes.
    private const int MaxLength = 600;

    // What old sites' pages end in; a folder of that name would not answer without a slash at its end.
    private static readonly string[] PageExtensions = [".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx", ".jsp"];

    /// <summary>The place of a URL that an author wrote; or, where it is unfit, why, to follow "The permalink '…'".</summary>
    /// <param name="url">Percent-encoded or not, with or without the site's own host.</param>
    /// <param name="settings">The site's: its public root, and where its lists are.</param>
    /// <param name="isFolder">True where a URL that ends in neither a slash nor a page's extension is a folder's.</param>
    public static (SitePath? Path, string? Problem) Of(string url, SiteSettings settings, bool isFolder)
    {
        var (path, problem) = WithoutHost(url.Trim(), settings.BaseUrl);
        if (path is null) return (null, problem);
        if (SegmentRules.ProblemOfEncoding(path) is { } encoding) return (null, encoding);
        path = Uri.UnescapeDataString(path);
        if (path.AsSpan().ContainsAny('?', '#')) return (null, "has a query or fragment, which no file can have");
        if (Unfit(path) is { } unfit) return (null, unfit);
        var segments = ComposedText.Of(path).Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (segments.Any(segment => segment[^1] == '.')) return (null, "has a segment that is, or ends in, a dot");
        var isFile = !path.EndsWith('/') && segments.Length > 0 && (!isFolder || IsPage(segments[^1]));
        return Place(segments, isFile, settings);
    }

    /// <summary>The place of a path made of names, in which percent signs, question marks and the like stand for themselves.</summary>
    /// <param name="path">
    /// One that ends in a slash is a folder's page. What a name may hold and a URL should not is left out: characters that are not
    /// seen, and a dot at the end of a segment, which storage does not keep.
    /// </param>
    /// <param name="settings">The site's.</param>
    public static (SitePath? Path, string? Problem) OfName(string path, SiteSettings settings)
    {
        if (Unfit(path) is { } unfit) return (null, unfit);
        var names = ComposedText.Of(path).Split('/').Select(segment => SegmentRules.Fit(segment.TrimEnd('.'))).Where(segment => !string.IsNullOrWhiteSpace(segment));
        return Place([.. names], isFile: !path.EndsWith('/'), settings);
    }

    private static (SitePath? Path, string? Problem) Place(string[] segments, bool isFile, SiteSettings settings)
    {
        if (segments is [.., "index.html" or "index.htm"]) (segments, isFile) = (segments[..^1], false);
        if (segments.Length == 0) return (null, "is the home page's, or empty");
        if (SegmentRules.Problem(segments) is { } problem) return (null, problem);
        var path = isFile ? SitePath.OfBlob(string.Join('/', segments)) : SitePath.OfDirectory(segments);
        if (SitePaths.IsReserved(path.Blob, settings)) return (null, OwnFiles.Clash(path, settings.Lists.Paths));
        return path.Blob.Length > MaxLength ? (null, $"is longer than {MaxLength} characters") : (path, null);
    }

    private static string? Unfit(string path)
    {
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
