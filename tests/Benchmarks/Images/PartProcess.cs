using System.Diagnostics;
using System.Text.Json;

namespace Blobpress.Benchmarks.Images;

/// <summary>Runs a part of the benchmark in a process of its own.</summary>
internal static class PartProcess
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);

    /// <summary>Runs this program again for a part of the images benchmark.</summary>
    public static async Task<PartUsage> RunSelfAsync(params string[] arguments) => Read<PartUsage>(await OutputOfSelfAsync(["images", .. arguments]));

    /// <summary>The standard output of this program with other arguments.</summary>
    public static Task<string> OutputOfSelfAsync(params string[] arguments) =>
        OutputAsync(Environment.ProcessPath!, Environment.CurrentDirectory, Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal)
            ? [Environment.GetCommandLineArgs()[0], .. arguments]
            : arguments);

    /// <summary>The object in the last line of an output.</summary>
    public static T Read<T>(string output) => JsonSerializer.Deserialize<T>(output.TrimEnd().Split('\n')[^1], Json)!;

    /// <summary>Runs a program whose last line of output is its usage.</summary>
    public static async Task<PartUsage> RunAsync(string program, params string[] arguments) =>
        Read<PartUsage>(await OutputAsync(program, Environment.CurrentDirectory, arguments));

    /// <summary>The standard output of a program.</summary>
    /// <exception cref="InvalidOperationException">The program failed.</exception>
    public static async Task<string> OutputAsync(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = folder };
        // glibc keeps an arena for each thread otherwise, and with them a third more memory.
        start.Environment["MALLOC_ARENA_MAX"] = "2";
        // And it gives a picture's pages back to the system, to fetch them anew for the next. As the hosts are run; sharp has it too.
        start.Environment["MALLOC_MMAP_THRESHOLD_"] = "33554432";
        start.Environment["MALLOC_TRIM_THRESHOLD_"] = "33554432";
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {output[Math.Max(0, output.Length - 2000)..]}");
    }
}
