using System.Text.RegularExpressions;

namespace Blobpress.Site.Images;

/// <summary>URLs as people and scrapers write them: what can be repaired, and what can't be used.</summary>
internal static partial class RawUrl
{
    /// <summary>The URL with the slips mended that leave no doubt what was meant.</summary>
    public static string Repair(string raw)
    {
        // WHATWG URL: tabs and line ends within a URL are dropped, blanks around it too.
        var url = raw.AsSpan().Trim().IndexOfAny("\t\r\n") < 0 ? raw.Trim() : Breaks().Replace(raw.Trim(), "");
        if (url.Contains("&amp;", StringComparison.Ordinal))
            url = url.Replace("&amp;", "&", StringComparison.Ordinal);
        if (DoubledScheme().Match(url) is { Success: true } doubled)
            url = url[doubled.Length..];
        if (Scheme().Match(url) is { Success: true } scheme)
            return scheme.Groups[1].Value.ToLowerInvariant() + "://" + url[scheme.Length..];
        if (url.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            return "https://" + url;
        return SchemeRelative().IsMatch(url) ? "https:" + url : url;
    }

    /// <summary>One sentence why this names nothing that can be fetched, or null.</summary>
    public static string? Refuse(string url)
    {
        if (url.Length == 0)
            return "There is no address.";
        if (url.Contains("{{", StringComparison.Ordinal) || url.Contains("{%", StringComparison.Ordinal) || url.Contains("<%", StringComparison.Ordinal))
            return "The address holds a template expression that nothing here fills in; write the whole path.";
        if (DiskPath().IsMatch(url))
            return "The address is a path on a disk; put the file beside the post and name it by a relative path.";
        return url.StartsWith("about:", StringComparison.OrdinalIgnoreCase) ? "The address names an empty page." : null;
    }

    public static bool IsHttp(string url) =>
        url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    public static bool HasScheme(string url) => AnyScheme().IsMatch(url);

    /// <summary>The URL as a browser would ask for it, or null where it has no host.</summary>
    public static Uri? Canonical(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            return null;
        var builder = new UriBuilder(uri) { Fragment = "" };
        if (!TryPunycode(uri, out var host))
            return null;
        builder.Host = host;
        if (uri.IsDefaultPort)
            builder.Port = -1;
        return Uri.TryCreate(builder.ToString(), UriKind.Absolute, out var canonical) ? canonical : null;
    }

    private static bool TryPunycode(Uri uri, out string host)
    {
        host = uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : HostName.Ascii(uri) ?? "";
        return host.Length > 0 && Ascii().IsMatch(host);
    }

    [GeneratedRegex(@"[\t\r\n]+")]
    private static partial Regex Breaks();

    // "http://https://host": the inner one is meant.
    [GeneratedRegex(@"^https?:/+(?=https?:?//)", RegexOptions.IgnoreCase)]
    private static partial Regex DoubledScheme();

    // "https//host", "http:/host", "http:///host", "http:\\host", and the full-width colon of Chinese keyboards.
    [GeneratedRegex(@"^(https?)(?:[:：][/\\]+|[/\\]{2,})(?=[^/\\])", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"^[/\\]{2}[^/\\?#\s]+(?:\.[^/\\?#\s]+|:\d+|\])(?:[/?#]|$)")]
    private static partial Regex SchemeRelative();

    [GeneratedRegex(@"^(?:[a-z]:[\\/]|\\\\|file:|/(?:Users|home)/[^/]+/(?:Desktop|Documents|Downloads|Pictures)/)", RegexOptions.IgnoreCase)]
    private static partial Regex DiskPath();

    [GeneratedRegex(@"^[a-z][a-z0-9+.-]*:", RegexOptions.IgnoreCase)]
    private static partial Regex AnyScheme();

    [GeneratedRegex(@"^[\x21-\x7e]+$")]
    private static partial Regex Ascii();
}
