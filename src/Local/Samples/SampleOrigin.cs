using System.Net;
using Blobpress.Local.Options;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Blobpress.Local.Samples;

/// <summary>
/// Plays the hosts that the sample posts take their images from, hotlink protection included, so that they need no internet.
/// </summary>
public sealed class SampleOrigin : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SampleOrigin(WebApplication app, IReadOnlyList<ConnectTo> connectTo) => (_app, ConnectTo) = (app, connectTo);

    /// <summary>Leads each of the hosts to this server.</summary>
    public IReadOnlyList<ConnectTo> ConnectTo { get; }

    /// <summary>Listens on a free port of 127.0.0.1.</summary>
    /// <param name="folder">Holds a folder for each host, its files under their paths; null takes the project's own.</param>
    /// <param name="cancel">Gives the start up.</param>
    public static async Task<SampleOrigin> StartAsync(string? folder = null, CancellationToken cancel = default)
    {
        folder ??= Path.Combine(ProjectFolder.Samples, "origin");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.MapGet("/{**path}", (HttpContext context, string path) => Answer(context.Request, folder, path));
        await app.StartAsync(cancel);

        var target = new IPEndPoint(IPAddress.Loopback, new Uri(app.Urls.First()).Port);
        var hosts = Directory.EnumerateDirectories(folder).Select(host => new ConnectTo(Path.GetFileName(host), 80, target));
        return new SampleOrigin(app, [.. hosts]);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static IResult Answer(HttpRequest request, string folder, string path)
    {
        var host = request.Host.Host;
        if (!HotlinkProtection.Allows(host, request.Headers.Referer))
        {
            return TypedResults.Text("Hotlinking is not allowed.", statusCode: StatusCodes.Status403Forbidden);
        }

        var root = Path.GetFullPath(Path.Combine(folder, host)) + Path.DirectorySeparatorChar;
        var file = Path.GetFullPath(Path.Combine(root, path));
        return file.StartsWith(root, StringComparison.Ordinal) && File.Exists(file)
            ? TypedResults.PhysicalFile(file, "image/jpeg", lastModified: File.GetLastWriteTimeUtc(file))
            : TypedResults.NotFound();
    }
}
