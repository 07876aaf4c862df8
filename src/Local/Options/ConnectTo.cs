using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace Blobpress.Local.Options;

/// <summary>Connect to <paramref name="Target"/> when this host and port are asked for; the request itself stays the same.</summary>
/// <param name="Host">Lower case; an IPv6 address without brackets.</param>
/// <param name="Port">1 to 65535.</param>
/// <param name="Target">May be a private or loopback address.</param>
public sealed record ConnectTo(string Host, int Port, IPEndPoint Target)
{
    /// <summary>Reads <c>HOST:PORT=ADDRESS:PORT</c>; IPv6 addresses stand in brackets, <c>localhost</c> is taken as 127.0.0.1.</summary>
    /// <returns>False where the text is of another form.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out ConnectTo? connectTo)
    {
        connectTo = null;
        var sides = text.Split('=');
        if (sides.Length == 2
            && TrySplit(sides[0], out var host, out var port)
            && TrySplit(sides[1], out var target, out var targetPort)
            && IPAddress.TryParse(target == "localhost" ? "127.0.0.1" : target, out var address))
        {
            connectTo = new ConnectTo(host, port, new IPEndPoint(address, targetPort));
        }

        return connectTo is not null;
    }

    private static bool TrySplit(string text, out string host, out int port)
    {
        var colon = text.LastIndexOf(':');
        host = colon < 0 ? "" : text[..colon].ToLowerInvariant();
        var bracketed = host.StartsWith('[') && host.EndsWith(']');
        if (bracketed)
        {
            host = host[1..^1];
        }

        return int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port)
            && port is >= 1 and <= 65535
            && (bracketed ? host.Contains(':') : Uri.CheckHostName(host) is UriHostNameType.Dns or UriHostNameType.IPv4);
    }
}
