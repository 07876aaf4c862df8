namespace Blobpress.Site.Urls;

/// <summary>One file of the site: the name of its blob in <c>$web</c> and the URL that readers follow to it.</summary>
public sealed record SitePath
{
    private const string IndexDocument = "index.html";

    private SitePath(string blob) => Blob = blob;

    /// <summary>The blob's name, not percent-encoded: <c>2022/01/29/harbour/index.html</c>.</summary>
    public string Blob { get; }

    /// <summary>Site-relative and percent-encoded (RFC 3986), without the index document: <c>/2022/01/29/harbour/</c>.</summary>
    public string Url => "/" + string.Join('/', WithoutIndex(Blob).Split('/').Select(Uri.EscapeDataString));

    /// <summary>The file at a blob name.</summary>
    public static SitePath OfBlob(string blob) => new(blob.TrimStart('/'));

    /// <summary>The page of a directory: segments as shown to people, not encoded.</summary>
    public static SitePath OfDirectory(params IEnumerable<string> segments) => new(string.Join('/', segments.Append(IndexDocument)));

    /// <summary>The file behind a site-relative URL; a URL ending in a slash means its index document.</summary>
    public static SitePath OfUrl(string url)
    {
        var path = Uri.UnescapeDataString(url).TrimStart('/');
        return new(path.Length == 0 || path.EndsWith('/') ? path + IndexDocument : path);
    }

    private static string WithoutIndex(string blob) =>
        blob == IndexDocument || blob.EndsWith("/" + IndexDocument, StringComparison.Ordinal) ? blob[..^IndexDocument.Length] : blob;
}
