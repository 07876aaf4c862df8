using Blobpress.Benchmarks.Images;

namespace Blobpress.Benchmarks;

/// <summary>Packages from npm, in a folder of their own that later runs find again.</summary>
internal static class NpmFolder
{
    /// <summary>The folder with the packages in it, or null where they cannot be installed.</summary>
    /// <param name="name">Of the folder, version included.</param>
    /// <param name="witness">The package whose presence shows that the installation came to its end.</param>
    /// <param name="manifest">The folder's package.json.</param>
    /// <param name="packages">What to install beyond what the manifest names.</param>
    public static async Task<string?> FindAsync(string name, string witness, string manifest, params string[] packages)
    {
        var folder = Path.Combine(Path.GetTempPath(), name);
        if (Directory.Exists(Path.Combine(folder, "node_modules", witness)))
        {
            return folder;
        }

        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), manifest);
        try
        {
            await PartProcess.OutputAsync("npm", folder, ["install", "--no-audit", "--no-fund", .. packages]);
            return folder;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            await Console.Error.WriteLineAsync($"{witness} could not be installed: {e.Message}");
            return null;
        }
    }
}
