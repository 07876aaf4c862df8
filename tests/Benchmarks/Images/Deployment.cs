using Blobpress.Local;

namespace Blobpress.Benchmarks.Images;

/// <summary>This program with its code compiled ahead, as src/Functions is deployed.</summary>
internal static class Deployment
{
    /// <summary>Makes it from the checkout. Returns what to run, or null where that fails: compiling ahead takes packages that building does without.</summary>
    public static async Task<string?> MakeAsync()
    {
        // Apart from the checkout's own obj folders, which belong to the build that runs.
        var folder = Path.Combine(ProjectFolder.Local, "benchmarks");
        try
        {
            // No build server stays behind, to run beside what is measured next.
            await PartProcess.OutputAsync(
                "dotnet", ProjectFolder.Root, "publish", "tests/Benchmarks", "-c", "Release", "--use-current-runtime", "--artifacts-path", folder,
                "--disable-build-servers", "--nologo");
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            await Console.Error.WriteLineAsync($"Code could not be compiled ahead: {e.Message}");
            return null;
        }

        var program = Path.Combine(folder, "publish", "Benchmarks", "release", "Blobpress.Benchmarks");
        return OperatingSystem.IsWindows() ? program + ".exe" : program;
    }
}
