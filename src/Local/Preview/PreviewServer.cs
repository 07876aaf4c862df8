using System.Net;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Blobpress.Local.Preview;

/// <summary>Shows the site on this machine; nothing outside it can connect, nor have a browser here read it (<see cref="LocalRequests"/>).</summary>
public sealed class PreviewServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PreviewServer(WebApplication app) => _app = app;

    /// <summary>The site's root, such as <c>http://127.0.0.1:8080/</c>.</summary>
    public Uri Url => new(_app.Urls.First());

    /// <summary>Listens on 127.0.0.1.</summary>
    /// <param name="site">The container to show.</param>
    /// <param name="port">0 takes a free one.</param>
    /// <param name="status">Answers <c>/_status</c>; null leaves that path to the site.</param>
    /// <param name="cancel">Gives the start up.</param>
    /// <exception cref="LocalException">The port is taken or not allowed.</exception>
    public static async Task<PreviewServer> StartAsync(
        BlobContainerClient site, int port, RequestDelegate? status = null, CancellationToken cancel = default)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });

        var app = builder.Build();
        app.Use(next => context => LocalRequests.CheckAsync(context, next));
        if (status is not null)
        {
            app.Map("/_status", branch => branch.Run(status));
        }

        app.Run(new StaticWebsite(site).AnswerAsync);
        await StartAsync(app, port, cancel);
        return new PreviewServer(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task StartAsync(WebApplication app, int port, CancellationToken cancel)
    {
        try
        {
            await app.StartAsync(cancel);
        }
        catch (Exception fault) when (fault is IOException or System.Net.Sockets.SocketException)
        {
            await app.DisposeAsync();
            var why = fault.InnerException is AddressInUseException ? "is taken by another program" : "can't be used: " + fault.Message;
            throw new LocalException($"Port {port} {why}. Choose another with --port, or --port 0 for any free one.", fault);
        }
    }
}
