using System.Text.RegularExpressions;

namespace Blobpress.Site.Images;

/// <summary>Services that fetch, shrink or archive images of other hosts.</summary>
internal static partial class ImageProxies
{
    private static readonly string[] Names = ["url", "src", "imgurl", "imageurl", "image_url", "objurl", "image", "img", "u", "original"];

    /// <summary>What is behind one proxy, or null where this is none.</summary>
    public static string? Unwrap(string url)
    {
        var parts = UrlParts.Of(url);
        return Known(parts, url) ?? Unknown(parts, url);
    }

    private static string? Known(UrlParts parts, string url)
    {
        if (parts.Host is "images.weserv.nl" or "wsrv.nl" or "weserv.nl")
            return parts.Parameter("url") is { } value ? WithScheme(value, "http") : null;
        if (Photon().IsMatch(parts.Host))
            return WithScheme(parts.Path.TrimStart('/'), parts.Parameter("ssl") == "1" ? "https" : "http");
        if (parts.Host is "web.archive.org")
            return After(Archive(), url);
        if (parts.Host.EndsWith(".baidu.com", StringComparison.Ordinal))
            return Baidu(parts);
        if (parts.Host is "external-content.duckduckgo.com" or "proxy.duckduckgo.com")
            return parts.Parameter("u") is { } value ? ProxyUrl.Inner(value) : null;
        return After(ImageFetch(), url);
    }

    // A screenshot or QR code service takes URLs too: only what looks like an image is taken for the image.
    private static string? Unknown(UrlParts parts, string url)
    {
        var inner = After(InPath(), url);
        if (inner is not null && ImageName().IsMatch(inner))
            return inner;
        foreach (var name in Names)
        {
            if (parts.Parameter(name) is { } value && Absolute().IsMatch(value) && ProxyUrl.Inner(value) is { } handed && ImageName().IsMatch(handed))
                return handed;
        }

        return null;
    }

    private static string? Baidu(UrlParts parts)
    {
        if (parts.Parameter("objurl") is { } target || (target = parts.Parameter("src")) is not null)
            return ProxyUrl.Inner(target);
        var match = BaiduPath().Match(parts.Path);
        return match.Success ? ProxyUrl.Inner(match.Groups[1].Value) : null;
    }

    private static string? After(Regex pattern, string url)
    {
        var match = pattern.Match(url);
        return match.Success ? ProxyUrl.Inner(url[match.Length..]) : null;
    }

    private static string? WithScheme(string value, string scheme)
    {
        if (ProxyUrl.Inner(value) is { } url && Absolute().IsMatch(value))
            return url;
        var decoded = value.Contains('/') ? value : Uri.UnescapeDataString(value);
        // "ssl:host/path" is how the service's older links ask for https.
        if (decoded.StartsWith("ssl:", StringComparison.OrdinalIgnoreCase))
            return "https://" + decoded[4..];
        return decoded.Contains('.') ? $"{scheme}://{decoded.TrimStart('/')}" : null;
    }

    [GeneratedRegex(@"^i[0-3]\.wp\.com$")]
    private static partial Regex Photon();

    [GeneratedRegex(@"^https?://web\.archive\.org/web/\d+(?:[a-z]{2}_)?/", RegexOptions.IgnoreCase)]
    private static partial Regex Archive();

    [GeneratedRegex(@"^/image_search/src=([^&]+)")]
    private static partial Regex BaiduPath();

    [GeneratedRegex(@"^https?://[^?#]+?/image/fetch/(?:[^?#]*?/)?(?=https?(?::/|%3A))", RegexOptions.IgnoreCase)]
    private static partial Regex ImageFetch();

    [GeneratedRegex(@"^https?://[^/?#]+/(?:[^?#]*?/)?(?=https?(?::/|%3A))", RegexOptions.IgnoreCase)]
    private static partial Regex InPath();

    [GeneratedRegex(@"^(?:https?(?::|%3A|%253A)|//|%2F%2F)", RegexOptions.IgnoreCase)]
    private static partial Regex Absolute();

    [GeneratedRegex(@"\.(?:jpe?g|png|gif|webp|avif|bmp|svg|ico|heic|tiff?)(?:$|[^a-z0-9])", RegexOptions.IgnoreCase)]
    private static partial Regex ImageName();
}
