using System.Diagnostics;
using System.Text.Json;

namespace Blobpress.Benchmarks.Images;

/// <summary>Runs a part of the benchmark in a process of its own.</summary>
internal static class PartProcess
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);

    /// <summary>Runs this program again with other arguments.</summary>
    public static Task<PartUsage> RunSelfAsync(params string[] arguments) =>
        RunAsync(Environment.ProcessPath!, Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal)
            ? [Environment.GetCommandLineArgs()[0], "images", .. arguments]
            : ["images", .. arguments]);

    /// <summary>Runs a program whose last line of output is its usage.</summary>
    public static async Task<PartUsage> RunAsync(string program, params string[] arguments)
    {
        var output = await OutputAsync(program, Environment.CurrentDirectory, arguments);
        return JsonSerializer.Deserialize<PartUsage>(output.TrimEnd().Split('\n')[^1], Json)!;
    }

    /// <summary>The standard output of a program.</summary>
    /// <exception cref="InvalidOperationException">The program failed.</exception>
    public static async Task<string> OutputAsync(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = folder };
        // glibc keeps an arena for each thread otherwise, and with them a third more memory.
        start.Environment["MALLOC_ARENA_MAX"] = "2";
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
    }
}
