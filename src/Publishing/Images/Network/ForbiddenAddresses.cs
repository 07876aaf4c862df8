using System.Net;
using System.Net.Sockets;

namespace Blobpress.Publishing.Images.Network;

/// <summary>
/// Addresses that no URL in a post may lead to: everything IANA's special-purpose registries (RFC 6890) hold back from the
/// public internet, Azure's own platform address, and every IPv6 form that carries an IPv4 address inside.
/// </summary>
public static class ForbiddenAddresses
{
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    private static readonly (IPNetwork Network, string Name)[] Ranges =
    [
        .. Named("this network", "0.0.0.0/8"),
        .. Named("private", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"),
        .. Named("shared address space", "100.64.0.0/10"),
        .. Named("loopback", "127.0.0.0/8", "::1/128"),
        .. Named("link-local, where clouds serve their metadata", "169.254.0.0/16", "fe80::/10"),
        .. Named("Azure's platform", "168.63.129.16/32"),
        .. Named("protocol assignments", "192.0.0.0/24", "192.88.99.0/24", "2001::/23"),
        .. Named("documentation", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32", "3fff::/20"),
        .. Named("benchmarking", "198.18.0.0/15"),
        .. Named("multicast", "224.0.0.0/4", "ff00::/8"),
        .. Named("reserved", "240.0.0.0/4"),
        .. Named("site-local", "fec0::/10"),
        .. Named("IPv4 inside IPv6", "::/96", "::ffff:0:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16"),
    ];

    /// <summary>The rule that forbids an address, such as <c>loopback (127.0.0.0/8)</c>, or null where it may be reached.</summary>
    public static string? Rule(IPAddress address)
    {
        // IPNetwork takes ::ffff:a.b.c.d for a.b.c.d, so no IPv6 range can hold it.
        if (address.IsIPv4MappedToIPv6)
            return "IPv4 inside IPv6 (::ffff:0:0/96)";
        foreach (var (network, name) in Ranges)
        {
            if (network.Contains(address))
                return $"{name} ({network})";
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6 && !GlobalUnicast.Contains(address)
            ? $"outside global unicast ({GlobalUnicast})"
            : null;
    }

    private static IEnumerable<(IPNetwork Network, string Name)> Named(string name, params string[] ranges) =>
        ranges.Select(range => (IPNetwork.Parse(range), name));
}
