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
    public static Task<string?> FindAsync() => NpmFolder.FindAsync($"blobpress-hexo-{Version}", "hexo-server", Manifest);
}
