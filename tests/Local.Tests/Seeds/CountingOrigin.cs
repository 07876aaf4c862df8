using System.Collections.Concurrent;
using System.Net;
using Blobpress.Local.Options;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NetVips;

namespace Blobpress.Local.Tests.Seeds;

/// <summary>A host that has one photograph at every address and counts who asks for it.</summary>
internal sealed class CountingOrigin : IAsyncDisposable
{
    private readonly WebApplication _app;

    private CountingOrigin(WebApplication app) => _app = app;

    /// <summary>The absolute URLs that were asked for.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    public static async Task<CountingOrigin> StartAsync(int width, int height, CancellationToken cancel)
    {
        using var black = Image.Black(width, height, bands: 3);
        using var gray = black + 128.0;
        var jpeg = gray.Cast(Enums.BandFormat.Uchar).JpegsaveBuffer();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var origin = new CountingOrigin(builder.Build());
        origin._app.Run(context =>
        {
            origin.Requests.Enqueue($"http://{context.Request.Host}{context.Request.Path}{context.Request.QueryString}");
            return TypedResults.Bytes(jpeg, "image/jpeg").ExecuteAsync(context);
        });
        await origin._app.StartAsync(cancel);
        return origin;
    }

    /// <summary>Leads a host here, as <c>--connect-to HOST:80=127.0.0.1:PORT</c> does.</summary>
    public ConnectTo Plays(string host) => new(host, 80, new IPEndPoint(IPAddress.Loopback, new Uri(_app.Urls.First()).Port));

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
