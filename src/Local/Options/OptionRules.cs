namespace Blobpress.Local.Options;

/// <summary>What options must hold beyond their form.</summary>
internal static class OptionRules
{
    /// <summary>One sentence on the first rule that is broken and what to do, or null.</summary>
    public static string? FirstBroken(LocalOptions options)
    {
        if (options.Posts is not null && !Directory.Exists(options.Posts))
        {
            return $"--posts {options.Posts}: there is no such folder.";
        }

        if (options.Export is null)
        {
            return null;
        }

        if (File.Exists(options.Export))
        {
            return $"--export {options.Export}: that is a file; name a folder.";
        }

        return Contains(options.Export, options.Posts ?? ProjectFolder.Samples)
            ? $"--export {options.Export}: the posts lie in there; choose another folder."
            : null;
    }

    private static bool Contains(string outer, string inner) =>
        (inner + Path.DirectorySeparatorChar).StartsWith(outer + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
