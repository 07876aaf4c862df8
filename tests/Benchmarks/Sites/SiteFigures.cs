namespace Blobpress.Benchmarks.Sites;

/// <summary>The figures of the <c>site</c> command; null where one could not be measured.</summary>
internal sealed record SiteFigures
{
    /// <summary>Storage operations for one change in the largest site over those in the smallest, the mean of four kinds of change.</summary>
    public double? OperationsRatio { get; init; }

    /// <summary>The same of bytes read and written.</summary>
    public double? BytesRatio { get; init; }

    /// <summary>From upload to page and home page live on Azurite, in a site of the size of <see cref="HugoLiveSeconds"/>.</summary>
    public double? LiveSeconds { get; init; }

    /// <summary>From saving a file to page and home page at <c>hugo server</c>, on the same posts.</summary>
    public double? HugoLiveSeconds { get; init; }

    /// <summary>The same at <c>hexo server</c>.</summary>
    public double? HexoLiveSeconds { get; init; }

    /// <summary>Posts published a second, a site from nothing on Azurite, its lists included.</summary>
    public double? PostsPerSecond { get; init; }

    /// <summary>The largest resident set of the process that did it, in MiB.</summary>
    public double? PeakMegabytes { get; init; }

    /// <summary>How often a burst of 1,000 uploads writes the home page.</summary>
    public int? HomeWritesPerThousand { get; init; }

    /// <summary>CPU time of a 5 KB post through parse, render and sanitize, warm.</summary>
    public double? TextMilliseconds { get; init; }
}
