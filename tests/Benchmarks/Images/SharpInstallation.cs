namespace Blobpress.Benchmarks.Images;

/// <summary>sharp from npm, in a folder of its own that later runs find again.</summary>
internal static class SharpInstallation
{
    public const string Version = "0.35.5";

    /// <summary>The folder with sharp in it, or null where it cannot be installed.</summary>
    public static async Task<string?> FindAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"blobpress-sharp-{Version}");
        if (Directory.Exists(Path.Combine(folder, "node_modules", "sharp")))
            return folder;
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), """{ "private": true }""");
        try
        {
            await PartProcess.OutputAsync("npm", folder, "install", "--no-audit", "--no-fund", $"sharp@{Version}");
            return folder;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            await Console.Error.WriteLineAsync($"sharp could not be installed: {e.Message}");
            return null;
        }
    }
}
