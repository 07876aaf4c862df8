using System.Net.Http.Headers;

namespace Blobpress.Publishing.Images.Network;

/// <summary>Reads Retry-After (RFC 9110, 10.2.3), which is a number of seconds or a date.</summary>
internal static class RetryAfter
{
    // Nothing an origin says may put an image off for longer than a week.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    public static TimeSpan? Of(HttpResponseHeaders headers, DateTimeOffset now)
    {
        var wait = headers.RetryAfter?.Delta ?? headers.RetryAfter?.Date - now;
        return wait is { } w ? TimeSpan.FromTicks(Math.Clamp(w.Ticks, 0, Longest.Ticks)) : null;
    }
}
