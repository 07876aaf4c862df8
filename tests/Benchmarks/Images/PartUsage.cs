namespace Blobpress.Benchmarks.Images;

/// <summary>What a part used, as it measured itself.</summary>
/// <param name="CpuMilliseconds">Per round, user and system time of all threads; for the bomb, wall time.</param>
/// <param name="PeakMegabytes">The largest resident set of the process since its start, in MiB.</param>
internal sealed record PartUsage(double CpuMilliseconds, double PeakMegabytes);
