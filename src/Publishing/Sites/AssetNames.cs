using Blobpress.Site.Posts;
using Blobpress.Site.Urls;

namespace Blobpress.Publishing.Sites;

/// <summary>Which files beside the posts are published, and as what.</summary>
internal static class AssetNames
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".avif"] = "image/avif",
        [".css"] = "text/css; charset=utf-8",
        [".csv"] = "text/csv; charset=utf-8",
        [".gif"] = "image/gif",
        [".ico"] = "image/x-icon",
        [".jpeg"] = "image/jpeg",
        [".jpg"] = "image/jpeg",
        [".json"] = "application/json",
        [".m4a"] = "audio/mp4",
        [".mp3"] = "audio/mpeg",
        [".mp4"] = "video/mp4",
        [".ogg"] = "audio/ogg",
        [".pdf"] = "application/pdf",
        [".png"] = "image/png",
        [".svg"] = "image/svg+xml",
        [".txt"] = "text/plain; charset=utf-8",
        [".wasm"] = "application/wasm",
        [".webm"] = "video/webm",
        [".webp"] = "image/webp",
        [".woff"] = "font/woff",
        [".woff2"] = "font/woff2",
        [".xml"] = "application/xml; charset=utf-8",
        [".zip"] = "application/zip",
    };

    /// <summary>Why a file is not published, as a sentence; null where it is.</summary>
    public static string? WhyNot(string name)
    {
        if (SourceName.Problem(name) is { } problem)
        {
            return problem;
        }

        var segments = name.Split('/');
        return segments.Any(segment => segment.StartsWith('_') || segment.StartsWith('.')) ? "Files and folders whose names begin with _ or . are not published."
            : SitePaths.IsReserved(name) ? "The site itself has a file or folder of this name; the file is not published."
            : null;
    }

    /// <summary>The media type to serve a file with.</summary>
    public static string ContentType(string name) => Types.GetValueOrDefault(Path.GetExtension(name), "application/octet-stream");
}
