using Blobpress.Publishing.Images.Network;

namespace Blobpress.Publishing.Images.Hosts;

/// <summary>A host that is not asked now.</summary>
/// <param name="Host">Its name and port.</param>
/// <param name="Reason">Why, for a person to read.</param>
/// <param name="Until">When it may be asked again.</param>
/// <param name="Circuit">Its circuit; null where it is only slow.</param>
internal sealed record ClosedHost(string Host, string Reason, DateTimeOffset Until, HostCircuit? Circuit)
{
    /// <summary>One whose circuit is open.</summary>
    public static ClosedHost Silent(Uri url, HostCircuit circuit) =>
        new(HostName.Of(url), $"{url}: {circuit.Reason}; {HostName.Of(url)} is left alone until {circuit.Until:yyyy-MM-dd HH:mm:ss} UTC", circuit.Until, circuit);

    /// <summary>One that answers, but takes its time.</summary>
    public static ClosedHost Slow(Uri url, DateTimeOffset until) =>
        new(HostName.Of(url), $"{url}: {HostName.Of(url)} answers slowly; the page is mended when the image comes", until, null);
}
