using System.Net;
using Blobpress.Site.Settings;

namespace Blobpress.Publishing.Images.Network;

/// <summary>What one response means.</summary>
/// <param name="Result">The outcome, or null where the response redirects.</param>
/// <param name="Next">Where the response redirects to, or null.</param>
/// <param name="RefererRefused">True where another Referer may get another answer.</param>
internal sealed record Answer(FetchResult? Result, Uri? Next = null, bool RefererRefused = false)
{
    public static async Task<Answer> ReadAsync(
        HttpResponseMessage response, ImageRequest request, Uri url, FetchSettings settings, BodyMemory memory, DateTimeOffset now, CancellationToken cancellation) =>
        (int)response.StatusCode switch
        {
            200 => await OfBodyAsync(response, url, settings, memory, cancellation),
            304 when request.ETag is not null || request.LastModified is not null => new(new FetchResult.NotModified()),
            301 or 302 or 303 or 307 or 308 => OfRedirect(response, url),
            401 or 403 => new(Status(response, url, now, permanent: true), RefererRefused: true),
            408 or 425 or 429 or >= 500 => new(Status(response, url, now, permanent: false)),
            _ => new(Status(response, url, now, permanent: true)),
        };

    private static async Task<Answer> OfBodyAsync(
        HttpResponseMessage response, Uri url, FetchSettings settings, BodyMemory memory, CancellationToken cancellation)
    {
        var share = memory.Begin();
        var kept = false;
        try
        {
            var bytes = await BodyReader.ReadAsync(response.Content, settings.MaxBytes, share, cancellation);
            // Some hosts answer a Referer they do not like with a page rather than with 403.
            if (SourceTypes.NotAnImage(bytes.Span) is { } reason)
                return new(new FetchResult.Failed($"{url}: {reason}", Permanent: true), RefererRefused: SourceTypes.Of(bytes.Span) == SourceType.Html);
            kept = true;
            return new(new FetchResult.Fetched(bytes, response.Headers.ETag?.ToString(), response.Content.Headers.LastModified, url) { Memory = share });
        }
        finally
        {
            if (!kept)
                share.Dispose();
        }
    }

    private static Answer OfRedirect(HttpResponseMessage response, Uri url) =>
        Uri.TryCreate(url, response.Headers.Location, out var next)
            ? new(null, Next: next)
            : new(new FetchResult.Failed($"{url}: a redirect without a usable Location", Permanent: true));

    private static FetchResult.Failed Status(HttpResponseMessage response, Uri url, DateTimeOffset now, bool permanent)
    {
        var wait = response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable
            ? RetryAfter.Of(response.Headers, now)
            : null;
        return new($"{url}: answered {(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd(), wait, permanent);
    }
}
