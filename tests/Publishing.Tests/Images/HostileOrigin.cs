using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Blobpress.Publishing.Images;

namespace Blobpress.Publishing.Tests.Images;

/// <summary>A real HTTP origin on a loopback socket that answers byte for byte what a test wants, however wrong.</summary>
internal sealed class HostileOrigin : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly Func<OriginRequest, Stream, CancellationToken, Task> answer;
    private readonly Task accepting;

    public HostileOrigin(Func<OriginRequest, Stream, CancellationToken, Task> answer)
    {
        this.answer = answer;
        listener.Start();
        accepting = AcceptAsync();
    }

    public HostileOrigin(Func<OriginRequest, byte[]> answer)
        : this((request, stream, cancellation) => stream.WriteAsync(answer(request), cancellation).AsTask())
    {
    }

    public ConcurrentQueue<OriginRequest> Requests { get; } = [];

    /// <summary>Options under which every host name, on port 80, leads here.</summary>
    public ImageFetcherOptions Options => new()
    {
        ConnectTo = [new("", 80, IPAddress.Loopback, ((IPEndPoint)listener.LocalEndpoint).Port)],
        Backoff = TimeSpan.FromMilliseconds(1),
        Resolve = (_, _) => throw new InvalidOperationException("no test may ask DNS"),
    };

    public static byte[] Response(string head, ReadOnlySpan<byte> body) =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {head}\r\nConnection: close\r\nContent-Length: {body.Length}\r\n\r\n"), .. body];

    public static byte[] Response(string head) => Response(head, []);

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        await accepting;
        closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
                open.Add(ServeAsync(await listener.AcceptTcpClientAsync(closing.Token)));
        }
        catch (Exception fault) when (fault is OperationCanceledException or InvalidOperationException)
        {
            // Invalid: it was stopped between two connections.
            await Task.WhenAll(open);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var request = OriginRequest.Parse(await ReadHeadAsync(stream));
                Requests.Enqueue(request);
                await answer(request, stream, closing.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                // The client has had enough, which is what most of these tests want of it.
            }
        }
    }

    private async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        var buffer = new byte[16_384];
        var length = 0;
        while (!buffer.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), closing.Token);
            if (read == 0)
                throw new IOException("closed");
            length += read;
        }

        return Encoding.ASCII.GetString(buffer, 0, length);
    }
}
