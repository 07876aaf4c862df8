using System.Globalization;
using System.Text.RegularExpressions;

namespace Blobpress.Site.Posts.Files;

/// <summary>The parts of names that all generators share.</summary>
internal static partial class FileNames
{
    private static readonly string[] Extensions = [".md", ".markdown", ".mdown", ".mkd", ".html", ".htm"];

    /// <summary>A name without the extension of a post.</summary>
    public static string WithoutExtension(string name)
    {
        var extension = Extensions.FirstOrDefault(extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
        return extension is null ? name : name[..^extension.Length];
    }

    /// <summary>True for the extensions of HTML.</summary>
    public static bool IsHtml(string name) =>
        name.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);

    /// <summary>A name's segments; blank ones don't count.</summary>
    public static string[] Segments(string name) => name.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The name below a folder; null where it is elsewhere.</summary>
    public static string? Below(string name, string folder) =>
        name.Length > folder.Length && name.StartsWith(folder, StringComparison.Ordinal) && name[folder.Length] == '/' ? name[(folder.Length + 1)..] : null;

    /// <summary>The name below the folder that settings name, and whether that was said; unchanged where it lies elsewhere or nothing was said.</summary>
    public static (string Name, bool IsSaid) BelowSource(string name, string? sourceFolder)
    {
        if (sourceFolder is null) return (name, false);
        var folder = sourceFolder.Trim('/', '.');
        return folder.Length == 0 ? (name, true) : Below(name, folder) is { } below ? (below, true) : (name, false);
    }

    /// <summary>The date at the beginning of a file's name and what follows it; the whole where there is no date, or nothing but a date.</summary>
    public static (DateTime? Date, string Undated) Dated(string stem)
    {
        if (Prefix().Match(stem) is not { Success: true } prefix) return (null, stem);
        if (!DateTime.TryParseExact(prefix.Groups["date"].Value, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return (null, stem);
        return (date, prefix.Length == stem.Length ? stem : stem[prefix.Length..]);
    }

    [GeneratedRegex(@"\A(?<date>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[-_ ]+|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();
}
