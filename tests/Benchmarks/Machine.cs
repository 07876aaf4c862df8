using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Blobpress.Benchmarks;

/// <summary>Where figures were taken.</summary>
internal static class Machine
{
    /// <summary>Processor, cores and operating system.</summary>
    public static string Name => $"{Processor}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}";

    /// <summary>The largest resident set of this process since its start, in MiB.</summary>
    public static double PeakMegabytes => Process.GetCurrentProcess().PeakWorkingSet64 / 1024.0 / 1024.0;

    private static string Processor => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown"
        : RuntimeInformation.ProcessArchitecture.ToString();
}
