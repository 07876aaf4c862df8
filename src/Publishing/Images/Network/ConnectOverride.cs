using System.Net;

namespace Blobpress.Publishing.Images.Network;

/// <summary>Sends connections meant for one host and port to a given address instead, as curl's <c>--connect-to</c> does.</summary>
/// <param name="Host">A host name; empty for every name that is not itself an address.</param>
/// <param name="Port">The URL's port.</param>
/// <param name="Address">May be private: whoever runs the site has named it.</param>
/// <param name="ToPort">The port connected to.</param>
public sealed record ConnectOverride(string Host, int Port, IPAddress Address, int ToPort)
{
    internal bool Matches(DnsEndPoint target) => target.Port == Port
        && (Host.Length == 0 ? !IPAddress.TryParse(target.Host, out _) : string.Equals(Host, target.Host, StringComparison.OrdinalIgnoreCase));
}
