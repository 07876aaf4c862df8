namespace Blobpress.Local.Folders;

/// <summary>What lies among posts but belongs to tools.</summary>
internal static class IgnoredNames
{
    private static readonly string[] TemporaryEndings = ["~", ".tmp", ".temp", ".swp", ".bak", ".part", ".crdownload"];

    /// <summary>Hidden files, editors' backups and half-written downloads.</summary>
    public static bool IsIgnoredFile(string name) =>
        IsHidden(name)
        || (name.StartsWith('#') && name.EndsWith('#'))
        || name is "4913" or "Thumbs.db" or "desktop.ini" or "Icon\r" // vim asks by a file of that name whether it may write.
        || TemporaryEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>Hidden folders, installed packages, and, at the top, what other site generators write.</summary>
    public static bool IsIgnoredFolder(string name, bool atTop) =>
        IsHidden(name) || name == "node_modules" || (atTop && name is "_site" or "public");

    private static bool IsHidden(string name) => name.StartsWith('.');
}
