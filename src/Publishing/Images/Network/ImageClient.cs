using System.Net;
using System.Net.Http.Headers;
using Blobpress.Site.Settings;

namespace Blobpress.Publishing.Images.Network;

/// <summary>One attempt at an image: the Referers in turn, and for each the redirects by hand, every hop checked.</summary>
internal sealed class ImageClient : IDisposable
{
    private readonly Referers referers = new();
    private readonly Connections connections = new();
    private readonly ImageFetcherOptions options;
    private readonly BodyMemory memory;
    private readonly HttpClient http;

    public ImageClient(ImageFetcherOptions options, BodyMemory memory)
    {
        (this.options, this.memory) = (options, memory);
        http = new(Handler(options)) { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (compatible; Blobpress/1.0)");
        http.DefaultRequestHeaders.Accept.ParseAdd("image/*, */*;q=0.5");
    }

    public async Task<FetchResult> GetAsync(ImageRequest request, Visit visit, FetchSettings settings, CancellationToken cancellation)
    {
        FetchResult? first = null;
        foreach (var referer in referers.For(request))
        {
            var (result, refererRefused) = await FollowAsync(request, referer, visit, settings, cancellation);
            if (result is FetchResult.Fetched)
                referers.Remember(request.Url, referer);
            if (!refererRefused)
                return result;
            first ??= result;
        }

        return first!;
    }

    private async Task<(FetchResult Result, bool RefererRefused)> FollowAsync(
        ImageRequest request, Referer referer, Visit visit, FetchSettings settings, CancellationToken cancellation)
    {
        var url = request.Url;
        for (var hop = 0; hop <= settings.MaxRedirects; hop++)
        {
            if (await visit.EnterAsync(url, cancellation) is { } none)
                return (none, false);
            var answer = await HopAsync(request, url, referer, visit, settings, cancellation);
            if (answer.Next is null)
                return (answer.Result!, answer.RefererRefused);
            url = answer.Next;
            if (UrlRules.Broken(url, settings) is { } rule)
                return (new FetchResult.Refused($"{request.Url} redirects to {url}: {rule}"), false);
        }

        return (new FetchResult.Refused($"{request.Url}: more than {settings.MaxRedirects} redirects"), false);
    }

    private async Task<Answer> HopAsync(
        ImageRequest request, Uri url, Referer referer, Visit visit, FetchSettings settings, CancellationToken cancellation)
    {
        using var connection = await connections.EnterAsync(visit.IsKnown, cancellation);
        using var message = Message(request, url, referer);
        using var firstByte = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        firstByte.CancelAfter(settings.FirstByteTimeout);
        visit.Ask();
        try
        {
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, firstByte.Token);
            var answer = await Answer.ReadAsync(response, request, url, settings, memory, options.Time.GetUtcNow(), cancellation);
            visit.Answered();
            return answer;
        }
        catch (OperationCanceledException) when (firstByte.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return new(visit.Unanswered(url, $"no answer within {settings.FirstByteTimeout.TotalSeconds:0.###} s"));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException)
        {
            return new(Broken(e, url, visit));
        }
    }

    private static FetchResult Broken(Exception fault, Uri url, Visit visit)
    {
        if (fault.InnerException is AddressRefusedException refused)
        {
            visit.End();
            return new FetchResult.Refused($"{url}: {refused.Message}");
        }

        switch ((fault as HttpRequestException)?.HttpRequestError)
        {
            case HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError:
                return visit.Unanswered(url, fault.Message);
            case HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded:
                visit.Answered();
                return new FetchResult.Failed($"{url}: {fault.Message}", Permanent: true);
            case null when fault is BodyRefusedException refusal:
                visit.Answered();
                return new FetchResult.Failed($"{url}: {fault.Message}", Permanent: refusal.Permanent);
            default:
                visit.End();
                return new FetchResult.Failed($"{url}: {fault.Message}");
        }
    }

    private static HttpRequestMessage Message(ImageRequest request, Uri url, Referer referer)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, url);
        message.Headers.Referrer = Referers.Value(referer, url, request.Article);
        if (request.ETag is not null && EntityTagHeaderValue.TryParse(request.ETag, out var tag))
            message.Headers.IfNoneMatch.Add(tag);
        message.Headers.IfModifiedSince = request.LastModified;
        return message;
    }

    private static SocketsHttpHandler Handler(ImageFetcherOptions options) => new()
    {
        ConnectCallback = new GuardedConnection(options).OpenAsync,
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        // No longer than the longest wait for a first byte: nobody waits for the connection by then.
        ConnectTimeout = TimeSpan.FromMinutes(2),
        // DNS is asked again, and the answer checked again, at least this often.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxResponseHeadersLength = 32,
        MaxResponseDrainSize = 0,
        PreAuthenticate = false,
        Credentials = null,
    };

    public void Dispose()
    {
        http.Dispose();
        connections.Dispose();
    }
}
