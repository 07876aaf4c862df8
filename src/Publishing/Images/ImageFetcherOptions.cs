using System.Net;
using Blobpress.Publishing.Images.Network;

namespace Blobpress.Publishing.Images;

/// <summary>How the fetcher reaches the network; nothing in a post or in site.yml can change it.</summary>
public sealed record ImageFetcherOptions
{
    /// <summary>Hosts reached at another address than the one DNS names; the only way to a private address.</summary>
    public IReadOnlyList<ConnectOverride> ConnectTo { get; init; } = [];

    /// <summary>The pause before the first retry; it doubles for each further one, with jitter.</summary>
    public TimeSpan Backoff { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Retries of a transient failure within one fetch.</summary>
    public int Retries { get; init; } = 2;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Resolves a host name; asked once for each connection.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Resolver.ResolveAsync;
}
