using Blobpress.Benchmarks.Images;

namespace Blobpress.Benchmarks.Sites;

/// <summary>Hexo from npm, in a folder of its own that later runs find again.</summary>
internal static class HexoInstallation
{
    public const string Version = "8.1.2";

    /// <summary>What Hexo looks for beside a site: the packages that it is to load.</summary>
    public const string Manifest = $$"""
        {
          "name": "hexo-site", "version": "0.0.0", "private": true, "hexo": { "version": "{{Version}}" },
          "dependencies": {
            "hexo": "{{Version}}", "hexo-generator-archive": "*", "hexo-generator-category": "*", "hexo-generator-index": "*",
            "hexo-generator-tag": "*", "hexo-renderer-ejs": "*", "hexo-renderer-marked": "*", "hexo-server": "*"
          }
        }
        """;

    /// <summary>The folder with Hexo in it, or null where it cannot be installed.</summary>
    public static async Task<string?> FindAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"blobpress-hexo-{Version}");
        if (Directory.Exists(Path.Combine(folder, "node_modules", "hexo-server")))
        {
            return folder;
        }

        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), Manifest);
        try
        {
            await PartProcess.OutputAsync("npm", folder, "install", "--no-audit", "--no-fund");
            return folder;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            await Console.Error.WriteLineAsync($"Hexo could not be installed: {e.Message}");
            return null;
        }
    }
}
