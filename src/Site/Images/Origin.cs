using Blobpress.Site.Urls;

namespace Blobpress.Site.Images;

/// <summary>Finds where a file named in a post really is: repairs the URL and takes off every proxy in front of it.</summary>
public static class Origin
{
    // RFC 9110, 4.1, asks for 8,000 octets at least of all who read URLs; what is kept of an image names it in places that hold less.
    private const int LongestAddress = 4_000;

    // Of a blob.
    private const int LongestName = 1024;

    private static readonly string[] LinkSchemes = ["http:", "https:", "mailto:", "tel:"];

    /// <summary>The source of an image.</summary>
    /// <param name="raw">The URL or path as written, character references already decoded.</param>
    /// <param name="postName">The post's blob name; a relative path counts from its folder, a root-relative one from the container.</param>
    /// <param name="rules">The site's own proxies and base URL.</param>
    /// <returns>
    /// <see cref="ImageSource.Remote"/> with a URL encoded as browsers do (WHATWG URL: spaces and non-ASCII percent-encoded,
    /// the host in punycode, no fragment), <see cref="ImageSource.Asset"/>, <see cref="ImageSource.Inline"/>, or
    /// <see cref="ImageSource.Unusable"/> with the reason; bad input never throws.
    /// </returns>
    public static ImageSource Resolve(string raw, string postName, OriginRules rules)
    {
        var url = RawUrl.Repair(raw);
        if (RawUrl.Refuse(url) is { } early)
            return new ImageSource.Unusable(raw, early);
        var (inner, proxy) = ProxyUrl.UnwrapImage(url, rules);
        if (RawUrl.Refuse(inner) is { } reason)
            return new ImageSource.Unusable(raw, reason);
        if (inner.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            return Inline(raw, inner);
        return RawUrl.IsHttp(inner) ? Remote(raw, inner, proxy, rules) : Asset(raw, inner, postName);
    }

    /// <summary>The address behind the proxy of a link, frame, video or sound; the value repaired but otherwise as it was where there is none.</summary>
    /// <remarks>
    /// Only proxies that hand through whole pages are taken off. An archive's or a screenshot service's link is meant as it is.
    /// </remarks>
    public static string UnwrapLink(string raw, OriginRules rules) => ProxyUrl.UnwrapLink(RawUrl.Repair(raw), rules);

    /// <summary>The URL for a page of what a link, video or sound names; null where it is nothing that can be linked to.</summary>
    /// <param name="raw">As written.</param>
    /// <param name="postName">The post's blob name, for files beside it.</param>
    /// <param name="rules">The site's own proxies.</param>
    /// <returns>Proxies off; the path of a file beside the posts as a site-relative URL; other relative links as written.</returns>
    public static string? Link(string raw, string postName, OriginRules rules)
    {
        var url = UnwrapLink(raw, rules);
        if (url.StartsWith('#') || RawUrl.IsHttp(url) || LinkSchemes.Any(s => url.StartsWith(s, StringComparison.OrdinalIgnoreCase)))
            return url;
        if (RawUrl.Refuse(url) is not null || RawUrl.HasScheme(url))
            return null;
        return AssetPath.IsFile(url) && AssetPath.Resolve(url, postName) is { } name ? SitePath.OfBlob(name).Url + AssetPath.Suffix(url) : url;
    }

    private static ImageSource Inline(string raw, string uri) =>
        uri.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase)
            ? new ImageSource.Inline(uri)
            : new ImageSource.Unusable(raw, "The data: URI holds no image.");

    private static ImageSource Asset(string raw, string path, string postName)
    {
        if (RawUrl.HasScheme(path))
            return new ImageSource.Unusable(raw, "Only http and https addresses can be fetched.");
        return AssetPath.Resolve(path, postName) is { Length: <= LongestName } name
            ? new ImageSource.Asset(name)
            : new ImageSource.Unusable(raw, "The path leads to no file among the posts.");
    }

    private static ImageSource Remote(string raw, string url, string? proxy, OriginRules rules)
    {
        if (RawUrl.Canonical(url) is not { } canonical)
            return new ImageSource.Unusable(raw, "The address has no host that can be asked.");
        if (canonical.AbsoluteUri.Length > LongestAddress)
            return new ImageSource.Unusable(raw, $"The address has more than {LongestAddress:N0} characters.");
        return Below(canonical, rules.BaseUrl) is { } path && AssetPath.Resolve("/" + path, "") is { Length: <= LongestName } name
            ? new ImageSource.Asset(name)
            : new ImageSource.Remote(canonical, proxy);
    }

    private static string? Below(Uri url, Uri? site) =>
        site is not null && url.Authority.Equals(site.Authority, StringComparison.OrdinalIgnoreCase)
            && url.AbsolutePath.StartsWith(site.AbsolutePath, StringComparison.Ordinal)
            ? url.AbsolutePath[site.AbsolutePath.Length..]
            : null;
}
