using System.Net;
using System.Net.Sockets;
using Blobpress.Publishing.Storage;

namespace Blobpress.Publishing.Images.Network;

/// <summary>
/// Opens the connections of the fetcher. A name is resolved once and the very addresses that were checked are connected to,
/// so a DNS answer that changes between check and connect makes no difference.
/// </summary>
internal sealed class GuardedConnection(ImageFetcherOptions options)
{
    // A name may lead to any number of addresses; the first few decide.
    private const int MostAddresses = 8;

    // What asks DNS together waits for one answer, which takes no longer than this, whoever waits for it.
    private static readonly TimeSpan LongestResolution = TimeSpan.FromSeconds(30);

    // One address that is silent is not waited for as long as there are others.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly SharedWork<string, IPAddress[]> resolving = new();

    public async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var target = context.DnsEndPoint;
        var chosen = options.ConnectTo.FirstOrDefault(o => o.Matches(target));
        return chosen is null
            ? await ConnectAsync(await ResolveAsync(target.Host, cancellation), target.Port, cancellation)
            : await ConnectAsync([chosen.Address], chosen.ToPort, cancellation);
    }

    private async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellation)
    {
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await resolving.RunAsync(host, () => AskAsync(host), cancellation);
        var allowed = Array.FindAll(addresses, a => ForbiddenAddresses.Rule(a) is null);
        if (allowed.Length > 0 || addresses.Length == 0)
            return allowed;
        throw new AddressRefusedException($"{host} leads to {addresses[0]}, which is {ForbiddenAddresses.Rule(addresses[0])}");
    }

    private async Task<IPAddress[]> AskAsync(string host)
    {
        using var limit = new CancellationTokenSource(LongestResolution);
        return await options.Resolve(host, limit.Token);
    }

    private static async Task<Stream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancellation)
    {
        SocketException fault = new((int)SocketError.HostNotFound);
        for (var at = 0; at < Math.Min(addresses.Length, MostAddresses); at++)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            if (at + 1 < addresses.Length)
                patience.CancelAfter(Patience);
            try
            {
                return await ConnectAsync(addresses[at], port, patience.Token);
            }
            catch (SocketException e)
            {
                fault = e;
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                fault = new((int)SocketError.TimedOut);
            }
        }

        throw fault;
    }

    private static async Task<Stream> ConnectAsync(IPAddress address, int port, CancellationToken cancellation)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(address, port), cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
