using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Blobpress.Publishing.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Blobpress.Publishing.Cdn;

/// <summary>
/// Has Azure Front Door forget what changed (operation AFD Endpoints - Purge Content of Azure Resource Manager). A page
/// whose purge fails is not wrong for long: no CDN keeps it for more than the minute that its Cache-Control allows.
/// </summary>
public sealed class CdnPurger : IDisposable
{
    private const string ApiVersion = "2025-06-01";
    private const int TooManyRequests = 429;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly HashSet<string> _waiting = [];
    private readonly SemaphoreSlim _turn = new(1);
    private readonly CdnOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly HttpPipeline? _arm;

    /// <summary>A purger of one endpoint.</summary>
    /// <param name="options">With an endpoint.</param>
    /// <param name="credential">May purge the endpoint.</param>
    /// <param name="clock">Waits.</param>
    /// <param name="log">Is told of purges that failed.</param>
    /// <param name="transport">Carries the requests; null for the usual one.</param>
    public CdnPurger(CdnOptions options, TokenCredential credential, TimeProvider clock, ILogger log, HttpPipelineTransport? transport = null)
    {
        (_options, _clock, _log) = (options, clock, log);
        var scope = $"{options.Endpoint!.GetLeftPart(UriPartial.Authority)}/.default";
        var client = new ArmOptions();
        client.Retry.MaxRetries = 0;
        client.Transport = transport ?? client.Transport;
        _arm = HttpPipelineBuilder.Build(client, new BearerTokenAuthenticationPolicy(credential, scope));
    }

    private CdnPurger() => (_options, _clock, _log) = (new(), TimeProvider.System, NullLogger.Instance);

    /// <summary>For a site without a CDN: does nothing.</summary>
    public static CdnPurger None { get; } = new();

    /// <summary>
    /// Purges the pages of some URLs. Callers that come while a purge is under way are served together by the next one.
    /// </summary>
    /// <param name="urls">Site-relative and percent-encoded; files named by their content are passed over.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task PurgeAsync(IReadOnlyCollection<string> urls, CancellationToken cancel)
    {
        if (_arm is null || urls.Count == 0)
        {
            return;
        }

        lock (_lock)
        {
            _waiting.UnionWith(urls);
        }

        await _turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            foreach (var paths in PurgePaths.Plan(TakeWaiting(), _options.WildcardAbove))
            {
                await SendAsync(paths, cancel).ConfigureAwait(false);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private List<string> TakeWaiting()
    {
        lock (_lock)
        {
            List<string> urls = [.. _waiting];
            _waiting.Clear();
            return urls;
        }
    }

    private async Task SendAsync(string[] paths, CancellationToken cancel)
    {
        using var activity = Telemetry.Source.StartActivity("purge");
        var patience = _options.Patience;
        for (var pause = FirstPause; ; pause *= 2)
        {
            var (status, after) = await TrySendAsync(paths, cancel).ConfigureAwait(false);
            if (status is >= 200 and < 300)
            {
                Telemetry.Purged(paths.Length, "accepted");
                return;
            }

            var wait = after ?? pause;
            if (status is not (TooManyRequests or >= 500) || wait > patience)
            {
                Telemetry.Purged(paths.Length, "failed");
                _log.LogWarning("The CDN did not take a purge of {Count} paths; status {Status}. They are fresh within a minute all the same.", paths.Length, status);
                return;
            }

            patience -= wait;
            await Task.Delay(wait, _clock, cancel).ConfigureAwait(false);
        }
    }

    // Status 0: no answer at all, or no token. A CDN that can't be reached must not hold up publishing.
    private async Task<(int Status, TimeSpan? RetryAfter)> TrySendAsync(string[] paths, CancellationToken cancel)
    {
        using var message = _arm!.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(new Uri($"{_options.Endpoint!.AbsoluteUri.TrimEnd('/')}/purge?api-version={ApiVersion}"));
        message.Request.Headers.Add(HttpHeader.Common.JsonContentType);
        message.Request.Content = RequestContent.Create(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string[]> { ["contentPaths"] = paths }));
        try
        {
            await _arm.SendAsync(message, cancel).ConfigureAwait(false);
            return (message.Response.Status, RetryAfter(message.Response));
        }
        catch (Exception error) when (error is Azure.RequestFailedException or AuthenticationFailedException)
        {
            _log.LogWarning(error, "The CDN could not be asked to purge.");
            return (0, null);
        }
    }

    // RFC 9110, 10.2.3: seconds, or a date.
    private TimeSpan? RetryAfter(Azure.Response response)
    {
        if (!response.Headers.TryGetValue("Retry-After", out var text))
        {
            return null;
        }

        return int.TryParse(text, out var seconds) ? TimeSpan.FromSeconds(Math.Max(seconds, 0))
            : DateTimeOffset.TryParse(text, out var date) && date > _clock.GetUtcNow() ? date - _clock.GetUtcNow()
            : null;
    }

    private sealed class ArmOptions : ClientOptions;
}
