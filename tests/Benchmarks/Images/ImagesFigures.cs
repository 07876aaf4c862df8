namespace Blobpress.Benchmarks.Images;

/// <summary>The figures of the <c>images</c> command; null where one could not be measured.</summary>
internal sealed record ImagesFigures
{
    /// <summary>CPU time for five widths of WebP and JPEG over that of sharp with its defaults.</summary>
    public double? CpuRatioToSharp { get; init; }

    /// <summary>CPU seconds for one post with its own header image, from its origin to the site.</summary>
    public double? CpuSecondsPerPost { get; init; }

    /// <summary>The largest resident set of the publishing process with two workers.</summary>
    public double? PeakMegabytes { get; init; }

    /// <summary>Wall time until a 65536x65536 PNG is refused.</summary>
    public double? BombMilliseconds { get; init; }

    /// <summary>The largest resident set of the whole process that refuses it.</summary>
    public double? BombMegabytes { get; init; }
}
