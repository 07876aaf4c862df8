namespace Blobpress.Site.Settings;

/// <summary>What an image's origin may cost, and which origins are asked at all.</summary>
public sealed record FetchSettings
{
    /// <summary>The most bytes one image may have, after content decoding.</summary>
    public long MaxBytes { get; init; } = 20_000_000;

    /// <summary>The most pixels, all frames of an animation together, that are decoded.</summary>
    public long MaxPixels { get; init; } = 50_000_000;

    /// <summary>The most frames of an animation.</summary>
    public int MaxFrames { get; init; } = 600;

    public int MaxRedirects { get; init; } = 3;

    /// <summary>From the request to the response's headers.</summary>
    public TimeSpan FirstByteTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For one image in all, redirects and retries included.</summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Requests under way to one host at a time.</summary>
    public int PerHost { get; init; } = 4;

    /// <summary>An image older than this is revalidated when a post that shows it is published again.</summary>
    public TimeSpan RevalidateAfter { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Proxies beyond the known ones: the part of the URL before the origin's, such as <c>https://proxy.example/?</c>.</summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <summary>Hosts (<c>host:port</c>) that may be asked on a port other than 80 and 443.</summary>
    public IReadOnlyList<string> AllowedPorts { get; init; } = [];
}
