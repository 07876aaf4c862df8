using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Blobpress.Functions.Tests.Workers;

/// <summary>Stands between a worker and its storage, and never lets one request through: where the worker waits for that, it can be killed.</summary>
internal sealed partial class HoldingProxy : IAsyncDisposable
{
    private static readonly string[] OfTheConnection = ["Connection", "Host", "Keep-Alive", "Transfer-Encoding"];

    private readonly List<WebApplication> _servers = [];
    private readonly HttpClient _storage = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Func<HttpRequest, bool> _isHeld = _ => false;

    private HoldingProxy(string connection) => ConnectionString = connection;

    /// <summary>That of the storage, with the proxy's addresses.</summary>
    public string ConnectionString { get; private set; }

    public static async Task<HoldingProxy> StartAsync(string connection)
    {
        var proxy = new HoldingProxy(connection);
        foreach (var endpoint in Endpoints().Matches(connection).Select(match => match.Groups[1].Value))
        {
            var target = new Uri(endpoint);
            var server = await proxy.ListenAsync(target);
            proxy._servers.Add(server);
            proxy.ConnectionString = proxy.ConnectionString.Replace(endpoint, $"{server.Urls.Single()}{target.AbsolutePath}", StringComparison.Ordinal);
        }

        return proxy;
    }

    /// <summary>From now on the first request of this method whose path contains this text, and all like it, are not answered.</summary>
    /// <returns>Done when one came.</returns>
    public Task Hold(string method, string path)
    {
        _isHeld = request => request.Method == method && request.Path.Value!.Contains(path, StringComparison.Ordinal);
        return _held.Task;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }

        _storage.Dispose();
    }

    private async Task<WebApplication> ListenAsync(Uri target)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        var server = builder.Build();
        server.Run(context => ForwardAsync(context, target));
        await server.StartAsync();
        return server;
    }

    private async Task ForwardAsync(HttpContext context, Uri target)
    {
        if (_isHeld(context.Request))
        {
            _held.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        using var request = Request(context.Request, target);
        using var response = await _storage.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers).Where(header => !OfTheConnection.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            context.Response.Headers[name] = new StringValues([.. values]);
        }

        await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static HttpRequestMessage Request(HttpRequest from, Uri target)
    {
        // As it was sent: signatures are over the encoded path.
        var raw = from.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var request = new HttpRequestMessage(new(from.Method), new Uri($"{target.GetLeftPart(UriPartial.Authority)}{raw}")) { Content = new StreamContent(from.Body) };
        foreach (var (name, values) in from.Headers.Where(header => !OfTheConnection.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                request.Content.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        return request;
    }

    [GeneratedRegex("Endpoint=(http://[^;]+);", RegexOptions.NonBacktracking)]
    private static partial Regex Endpoints();
}
