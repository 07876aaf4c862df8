using System.Text.RegularExpressions;

namespace Blobpress.Site.Images;

/// <summary>Takes proxies off a URL. It works on the text, so that what a proxy was handed keeps every character of its own.</summary>
internal static partial class ProxyUrl
{
    // Deeper nesting than this is nobody's intent.
    private const int MaxDepth = 8;

    /// <summary>The innermost address, and the host of the outermost proxy or null.</summary>
    public static (string Url, string? Proxy) UnwrapImage(string url, OriginRules rules) =>
        Unwrap(url, u => Own(u, rules) ?? PageProxies.Unwrap(u) ?? ImageProxies.Unwrap(u));

    /// <summary>The address behind proxies for whole pages.</summary>
    public static string UnwrapLink(string url, OriginRules rules) => Unwrap(url, u => Own(u, rules) ?? PageProxies.Unwrap(u)).Url;

    /// <summary>What a proxy was handed, as a URL: percent-encoding undone where the whole was encoded, a missing scheme put in front.</summary>
    /// <returns>Null where it is no URL.</returns>
    public static string? Inner(string value)
    {
        for (var i = 0; i < MaxDepth && EncodedUrl().IsMatch(value); i++)
            value = Uri.UnescapeDataString(value);
        var url = RawUrl.Repair(value);
        if (RawUrl.IsHttp(url) || url.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase))
            return url;
        return HostFirst().IsMatch(url) ? "http://" + url : null;
    }

    private static (string Url, string? Proxy) Unwrap(string url, Func<string, string?> step)
    {
        string? proxy = null;
        for (var i = 0; i < MaxDepth && RawUrl.IsHttp(url) && step(url) is { } inner; i++)
        {
            proxy ??= Uri.TryCreate(url, UriKind.Absolute, out var outer) ? outer.Host : "";
            url = inner;
        }

        return (url, proxy);
    }

    private static string? Own(string url, OriginRules rules)
    {
        foreach (var prefix in rules.Proxies)
        {
            if (prefix.Length > 0 && url.Length > prefix.Length && url.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                return Inner(url[prefix.Length..]) ?? "";
        }

        return null;
    }

    [GeneratedRegex(@"^(?:https?|data)?(?:%25)*(?:%3A(?:%25)*%2F(?:%25)*%2F|:%2F%2F|%2F%2F|%3Aimage%2F)|^https?%25", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedUrl();

    [GeneratedRegex(@"^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?::\d+)?/", RegexOptions.IgnoreCase)]
    private static partial Regex HostFirst();
}
