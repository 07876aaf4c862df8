namespace Blobpress.Benchmarks.Images;

/// <summary>What a part used, as it measured itself.</summary>
/// <param name="Milliseconds">Encoding: user and system time of all threads, per round. Publishing: of the whole process. Refusing: wall time.</param>
/// <param name="PeakMegabytes">The largest resident set of the process since its start, in MiB.</param>
internal sealed record PartUsage(double Milliseconds, double PeakMegabytes);
