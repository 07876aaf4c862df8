using System.Text;

namespace Blobpress.Site.Settings;

/// <summary>The settings that say where lists are.</summary>
internal static class ListPathValues
{
    private const int MostSegments = 4;
    private const int MostCharacters = 60;

    // What the site has beside its lists, and names that a server or browser gives a meaning.
    private static readonly string[] Taken = ["images", "sitemaps", "theme", "index", "_status"];

    /// <summary>A folder such as <c>/t/</c> or <c>/blog/tags/</c>: letters, digits, hyphens and underscores.</summary>
    public static string Folder(Setting value, string fallback)
    {
        var folder = value.Text("").Trim('/');
        var segments = folder.Split('/');
        if (folder.Length is > 0 and <= MostCharacters && segments.Length <= MostSegments && segments.All(IsName) && !Taken.Contains(segments[0], StringComparer.OrdinalIgnoreCase)) return folder;
        value.Refuse("is a folder such as /t/ of letters, digits, hyphens and underscores, and not one that the site has for something else");
        return fallback;
    }

    /// <summary>The folders, where none is within another; else why not.</summary>
    public static ListPaths Apart(Setting value, ListPaths paths)
    {
        string[] all = [paths.Archives, paths.Categories, paths.Tags, paths.Authors];
        var clash = all.SelectMany((one, at) => all.Where((_, other) => other != at).Select(other => (one, other))).FirstOrDefault(pair => (pair.other + "/").StartsWith(pair.one + "/", StringComparison.Ordinal));
        if (clash.one is null) return paths;
        value.Refuse($"puts two kinds of lists into one folder: /{clash.one}/ and /{clash.other}/");
        return ListPaths.Default;
    }

    private static bool IsName(string segment) => segment.Length > 0 && segment[0] is not '_' and not '-'
        && segment.IsNormalized() && segment.EnumerateRunes().All(rune => Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_');
}
