using System.Net;
using Blobpress.Site.Settings;

namespace Blobpress.Publishing.Images.Network;

/// <summary>What a URL itself must satisfy before any name is resolved; checked on every hop.</summary>
internal static class UrlRules
{
    /// <summary>The rule that the URL breaks, or null.</summary>
    public static string? Broken(Uri url, FetchSettings settings)
    {
        if (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps)
            return $"scheme {url.Scheme} is not http or https";
        if (url.UserInfo.Length > 0)
            return "a URL may not carry a user name or password";
        if (url.HostNameType is not (UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6))
            return "the host is neither a name nor an address";
        return BrokenPort(url, settings) ?? BrokenAddress(url);
    }

    private static string? BrokenPort(Uri url, FetchSettings settings) =>
        url.Port is 80 or 443 || settings.AllowedPorts.Contains($"{url.IdnHost}:{url.Port}", StringComparer.OrdinalIgnoreCase)
            ? null
            : $"port {url.Port} is not allowed for {url.IdnHost}";

    private static string? BrokenAddress(Uri url)
    {
        // Uri has already turned decimal, octal and hexadecimal IPv4 into the dotted form.
        if (url.HostNameType != UriHostNameType.Dns)
            return ForbiddenAddresses.Rule(IPAddress.Parse(url.DnsSafeHost)) is { } rule ? $"address {url.DnsSafeHost} is {rule}" : null;

        // A resolver may still read as an address what Uri took for a name: 127.0.0.1. or 0x7f.1.
        var last = url.IdnHost.TrimEnd('.').Split('.')[^1];
        var numeric = last.All(char.IsAsciiDigit) || last.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        return numeric ? $"host {url.IdnHost} is an address in a notation that is not accepted" : null;
    }
}
