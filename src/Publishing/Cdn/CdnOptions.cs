namespace Blobpress.Publishing.Cdn;

/// <summary>The CDN before the site.</summary>
public sealed record CdnOptions
{
    /// <summary>The Front Door endpoint's resource, <c>https://management.azure.com/subscriptions/…/afdEndpoints/NAME</c>; null for no CDN.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>More paths than this are purged as the whole site.</summary>
    public int WildcardAbove { get; init; } = 300;

    /// <summary>How long one purge waits in all when it is told to come again later.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);
}
