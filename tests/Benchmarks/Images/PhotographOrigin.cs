using System.Net;
using NetVips;

namespace Blobpress.Benchmarks.Images;

/// <summary>An HTTP origin on a loopback port with a different 1920x1095 photograph under each number, made before the clock runs.</summary>
internal sealed class PhotographOrigin : IAsyncDisposable
{
    public const int Width = 1920;
    public const int Height = 1095;

    private readonly HttpListener listener = new();
    private readonly IReadOnlyList<byte[]> photographs;
    private readonly Task serving;

    private PhotographOrigin(int port, IReadOnlyList<byte[]> photographs)
    {
        this.photographs = photographs;
        Port = port;
        listener.Prefixes.Add($"http://{Host}:{port}/");
        listener.Start();
        serving = ServeAsync();
    }

    /// <summary>The name in the images' URLs; the fetcher is told that its port 80 is <see cref="Port"/>.</summary>
    public const string Host = "localhost";

    public int Port { get; }

    /// <summary>Requests answered.</summary>
    public int Requests { get; private set; }

    /// <summary>Cuts the photographs out of a larger one.</summary>
    public static PhotographOrigin Start(string photograph, int count)
    {
        using var whole = Image.NewFromFile(photograph).CopyMemory();
        var cuts = Enumerable.Range(0, count).Select(i =>
        {
            using var cut = whole.Crop((whole.Width - Width) * i / count, (whole.Height - Height) * (count - 1 - i) / count, Width, Height);
            return cut.JpegsaveBuffer(q: 92);
        });
        return new(FreePort(), [.. cuts]);
    }

    public static string UrlOf(int number) => $"http://{Host}/{number}.jpg";

    public async ValueTask DisposeAsync()
    {
        listener.Close();
        await serving;
    }

    private static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
                Answer(await listener.GetContextAsync());
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // Closed.
        }
    }

    private void Answer(HttpListenerContext context)
    {
        Requests++;
        var number = int.Parse(Path.GetFileNameWithoutExtension(context.Request.Url!.AbsolutePath), System.Globalization.CultureInfo.InvariantCulture);
        context.Response.ContentType = "image/jpeg";
        context.Response.Close(photographs[number], willBlock: false);
    }
}
