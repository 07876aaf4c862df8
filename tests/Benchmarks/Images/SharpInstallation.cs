namespace Blobpress.Benchmarks.Images;

/// <summary>sharp from npm, in a folder of its own that later runs find again.</summary>
internal static class SharpInstallation
{
    public const string Version = "0.35.5";

    /// <summary>The folder with sharp in it, or null where it cannot be installed.</summary>
    public static Task<string?> FindAsync() =>
        NpmFolder.FindAsync($"blobpress-sharp-{Version}", "sharp", """{ "private": true }""", $"sharp@{Version}");
}
