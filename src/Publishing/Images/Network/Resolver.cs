using System.Net;

namespace Blobpress.Publishing.Images.Network;

/// <summary>
/// Asks the system's resolver. On Linux that blocks a thread until DNS answers or the system gives up, which may take half a
/// minute: so it blocks threads of its own, a bounded number, never those that all other work waits for.
/// </summary>
internal static class Resolver
{
    private const int MostAtOnce = 64;

    private static readonly SemaphoreSlim Places = new(MostAtOnce);

    /// <summary>The addresses of a name.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">There are none, or DNS failed.</exception>
    public static async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellation)
    {
        await Places.WaitAsync(cancellation);
        var asking = Task.Factory.StartNew(() => Ask(host), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return await asking.WaitAsync(cancellation);
    }

    private static IPAddress[] Ask(string host)
    {
        try
        {
            return Dns.GetHostAddresses(host);
        }
        finally
        {
            Places.Release();
        }
    }
}
