using System.Text.RegularExpressions;

namespace Blobpress.Site.Images;

/// <summary>Proxies that hand through anything, mostly to get around CORS and hotlink rules.</summary>
internal static partial class PageProxies
{
    private static readonly string[] Names = ["url", "u", "quest", "src", "target"];

    /// <summary>What is behind one proxy; empty where the proxy was handed nothing, null where this is no proxy.</summary>
    public static string? Unwrap(string url)
    {
        var parts = UrlParts.Of(url);
        if (IsProxy(parts.Host))
            return Handed(parts, url) ?? (parts.Query is null ? null : "");
        // Any host that is handed a bare URL as its whole query is a proxy or a dereferrer.
        return parts.Path is "" or "/" && parts.Query is { } query && Bare().IsMatch(query) ? ProxyUrl.Inner(query) : null;
    }

    private static string? Handed(UrlParts parts, string url)
    {
        if (AfterPath(url) is { } path)
            return path;
        if (parts.Query is null)
            return null;
        foreach (var name in Names)
        {
            if (parts.Rest(name) is { } value || (value = parts.Parameter(name)) is not null)
                return ProxyUrl.Inner(value);
        }

        return ProxyUrl.Inner(parts.Query);
    }

    private static string? AfterPath(string url)
    {
        var match = InPath().Match(url);
        return match.Success ? ProxyUrl.Inner(url[match.Length..]) : null;
    }

    private static bool IsProxy(string host) =>
        host.EndsWith(".workers.dev", StringComparison.Ordinal)
        || host.Contains("cors-anywhere", StringComparison.Ordinal)
        || host.EndsWith("allorigins.win", StringComparison.Ordinal)
        || host.EndsWith("allorigins.me", StringComparison.Ordinal)
        || host is "corsproxy.io" or "proxy.corsfix.com" or "cors.io" or "api.codetabs.com" or "thingproxy.freeboard.io" or "yacdn.org"
        || host.EndsWith("corsproxy.org", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?:https?(?:://|%3A%2F%2F)|//)", RegexOptions.IgnoreCase)]
    private static partial Regex Bare();

    // The first "/http…" after the host, not the one inside a query.
    [GeneratedRegex(@"^https?://[^/?#]+/(?:[^?#]*?/)?(?=https?(?::/|%3A))", RegexOptions.IgnoreCase)]
    private static partial Regex InPath();
}
