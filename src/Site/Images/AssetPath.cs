using System.Buffers;

namespace Blobpress.Site.Images;

/// <summary>Paths in a post to files beside the posts.</summary>
internal static class AssetPath
{
    private static readonly string[] Pages = [".htm", ".html", ".md", ".markdown", ".php", ".asp", ".aspx", ".jsp"];

    private static readonly string[] Pictures =
        [".jpg", ".jpeg", ".jfif", ".png", ".apng", ".gif", ".webp", ".avif", ".svg", ".bmp", ".ico", ".tif", ".tiff", ".heic", ".jxl"];

    private static readonly SearchValues<char> Signs = SearchValues.Create("\"'<>{}()");

    /// <summary>The blob name a path means, or null where it leaves the container or names no file.</summary>
    /// <param name="path">Relative to the post's folder, or to the container where it begins with a slash; query and fragment are ignored.</param>
    /// <param name="postName">The post's blob name.</param>
    public static string? Resolve(string path, string postName)
    {
        var plain = Decode(path[..^Suffix(path).Length]).Replace('\\', '/');
        var segments = plain.StartsWith('/') ? [] : Folder(postName);
        foreach (var segment in plain.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == "..")
            {
                if (segments.Count == 0)
                    return null;
                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment != ".")
            {
                segments.Add(segment);
            }
        }

        return plain.Length == 0 || plain.EndsWith('/') || segments.Count == 0 || segments.Exists(s => s.Any(char.IsControl))
            ? null
            : string.Join('/', segments);
    }

    /// <summary>True for a relative path whose last segment has an extension that is no page's.</summary>
    public static bool IsFile(string path)
    {
        var extension = Path.GetExtension(path[..^Suffix(path).Length]);
        return extension.Length is > 1 and <= 6
            && extension.Skip(1).All(char.IsAsciiLetterOrDigit)
            && !Pages.Contains(extension, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>True for an address or path of a file that by its extension is a picture.</summary>
    public static bool IsPicture(string address)
    {
        var path = address.AsSpan(0, address.Length - Suffix(address).Length).Trim();
        return !path.ContainsAny(Signs) && Path.GetExtension(path) is { Length: > 1 and <= 5 } extension
            && Pictures.Contains(extension.ToString(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The query and fragment of a path, or nothing.</summary>
    public static string Suffix(string path)
    {
        var end = path.IndexOfAny(['?', '#']);
        return end < 0 ? "" : path[end..];
    }

    private static List<string> Folder(string postName)
    {
        var segments = postName.Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (segments.Count > 0)
            segments.RemoveAt(segments.Count - 1);
        return segments;
    }

    private static string Decode(string path) => path.Contains('%') ? Uri.UnescapeDataString(path) : path;
}
