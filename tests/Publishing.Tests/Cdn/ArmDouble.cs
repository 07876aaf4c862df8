using System.Net;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Blobpress.Publishing.Tests.Cdn;

/// <summary>Answers as Azure Resource Manager, on a loopback port; requests to any host are brought here.</summary>
internal sealed class ArmDouble : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _work;
    private readonly Queue<(int Status, string? RetryAfter)> _answers = [];

    public ArmDouble(params (int Status, string? RetryAfter)[] answers)
    {
        _answers = new(answers);
        _listener.Prefixes.Add($"http://127.0.0.1:{Port = FreePort()}/");
        _listener.Start();
        _work = AnswerAsync();
    }

    public int Port { get; }

    /// <summary>What was asked, in order: method, path with query, authorization, and the paths of the body.</summary>
    public List<(string Line, string? Authorization, string[] Paths)> Asked { get; } = [];

    /// <summary>Is called with each request before it is answered.</summary>
    public Func<Task> Before { get; set; } = () => Task.CompletedTask;

    /// <summary>Carries requests here instead of to the host that they name.</summary>
    public HttpPipelineTransport Transport() => new HttpClientTransport(new HttpClient(new Redirect(Port)));

    public void Dispose()
    {
        _listener.Close();
        _work.Wait();
    }

    private async Task AnswerAsync()
    {
        while (true)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                var body = await JsonSerializer.DeserializeAsync<Dictionary<string, string[]>>(context.Request.InputStream);
                Asked.Add(($"{context.Request.HttpMethod} {context.Request.RawUrl}", context.Request.Headers["Authorization"], body!["contentPaths"]));
                await Before();
                var (status, after) = _answers.TryDequeue(out var answer) ? answer : (202, null);
                context.Response.StatusCode = status;
                if (after is not null)
                {
                    context.Response.Headers["Retry-After"] = after;
                }

                context.Response.Close();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private static int FreePort()
    {
        using var socket = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private sealed class Redirect(int port) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
        {
            request.RequestUri = new UriBuilder(request.RequestUri!) { Scheme = "http", Host = "127.0.0.1", Port = port }.Uri;
            return base.SendAsync(request, cancel);
        }
    }
}

/// <summary>An identity that is always let in.</summary>
internal sealed class FixedCredential : TokenCredential
{
    public List<string> Scopes { get; } = [];

    public override AccessToken GetToken(TokenRequestContext context, CancellationToken cancel)
    {
        Scopes.AddRange(context.Scopes);
        return new("secret", DateTimeOffset.MaxValue);
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext context, CancellationToken cancel) => new(GetToken(context, cancel));
}
