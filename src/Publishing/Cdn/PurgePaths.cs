using Blobpress.Site.Urls;

namespace Blobpress.Publishing.Cdn;

/// <summary>Plans which paths to purge for URLs that changed.</summary>
public static class PurgePaths
{
    private const string IndexDocument = "index.html";
    private const int MostInCall = 100;

    // Whatever is in these folders is named by its content.
    private static readonly string[] Hashed = [SitePath.OfBlob("images/").Url, SitePath.OfBlob("theme/").Url];

    /// <summary>The calls to make, each with at most 100 paths; none where nothing that may be cached under its old content changed.</summary>
    /// <param name="urls">Site-relative and percent-encoded, as <see cref="SitePath.Url"/>.</param>
    /// <param name="wildcardAbove">More paths than this become <c>/*</c>.</param>
    public static IReadOnlyList<string[]> Plan(IEnumerable<string> urls, int wildcardAbove)
    {
        var paths = urls.Where(url => !Hashed.Any(folder => url.StartsWith(folder, StringComparison.Ordinal)))
            .SelectMany(Both).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return paths.Count > wildcardAbove ? [["/*"]] : [.. paths.Chunk(MostInCall)];
    }

    // The same page to readers, two to the CDN.
    private static IEnumerable<string> Both(string url) => url.EndsWith('/') ? [url, url + IndexDocument] : [url];
}
