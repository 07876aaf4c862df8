namespace Blobpress.Site.Settings;

/// <summary>What an image's origin may cost, and which origins are asked at all.</summary>
public sealed record FetchSettings
{
    /// <summary><c>fetch.max_bytes</c>: the most bytes one image may have, after content decoding, 1,000 to 200,000,000.</summary>
    public long MaxBytes { get; init; } = 20_000_000;

    /// <summary><c>fetch.max_pixels</c>: the most pixels, all frames of an animation together, that are decoded, 10,000 to 500,000,000.</summary>
    public long MaxPixels { get; init; } = 50_000_000;

    /// <summary><c>fetch.max_frames</c>: the most frames of an animation, 1 to 10,000.</summary>
    public int MaxFrames { get; init; } = 600;

    /// <summary><c>fetch.decode_timeout</c>: for decoding and encoding one image, after which it is given up, 1s to 5m.</summary>
    public TimeSpan DecodeTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary><c>fetch.max_redirects</c>: redirects followed for one image, 0 to 20.</summary>
    public int MaxRedirects { get; init; } = 3;

    /// <summary><c>fetch.first_byte_timeout</c>: from the request to the response's headers, 1s to 2m.</summary>
    public TimeSpan FirstByteTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary><c>fetch.total_timeout</c>: for one image in all, redirects and retries included, 1s to 5m.</summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary><c>fetch.publish_wait</c>: how long publishing a post waits for its images, 0 to 5m; those that are not there by then follow by themselves.</summary>
    public TimeSpan PublishWait { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary><c>fetch.per_host</c>: requests under way to one host at a time, 1 to 64.</summary>
    public int PerHost { get; init; } = 4;

    /// <summary><c>fetch.revalidate_after</c>: an image older than this is revalidated when a post that shows it is published again, 0 to 3,650d.</summary>
    public TimeSpan RevalidateAfter { get; init; } = TimeSpan.FromDays(7);

    /// <summary><c>fetch.proxies</c>: proxies beyond the known ones: the part of the URL before the origin's, such as <c>https://proxy.example/?</c>.</summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <summary><c>fetch.allowed_ports</c>: hosts (<c>host:port</c>) that may be asked on a port other than 80 and 443.</summary>
    public IReadOnlyList<string> AllowedPorts { get; init; } = [];
}
