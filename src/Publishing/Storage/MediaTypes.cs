namespace Blobpress.Publishing.Storage;

/// <summary>
/// The media types that a file of the site may have: each either runs nothing in a browser, or is only ever that of files that
/// were made or cleaned here, or that the site's owner trusts.
/// </summary>
public static class MediaTypes
{
    public const string Html = "text/html; charset=utf-8";
    public const string Text = "text/plain; charset=utf-8";
    public const string Css = "text/css; charset=utf-8";
    public const string Svg = "image/svg+xml";
    public const string Xml = "application/xml; charset=utf-8";
    public const string Atom = "application/atom+xml; charset=utf-8";
    public const string Rss = "application/rss+xml; charset=utf-8";
    public const string JsonFeed = "application/feed+json; charset=utf-8";

    /// <summary>Of a file that a browser offers to save.</summary>
    public const string Bytes = "application/octet-stream";

    private static readonly HashSet<string> Made = [Html, Css, Svg, Xml, Atom, Rss, JsonFeed];

    // What nothing of is run, whatever bytes it has, as long as the type is believed.
    private static readonly HashSet<string> Inert =
    [
        Text, Bytes, "text/csv; charset=utf-8", "text/calendar; charset=utf-8", "text/vtt; charset=utf-8",
        "application/json", "application/geo+json", "application/manifest+json", "application/pdf", "application/epub+zip",
        "application/zip", "application/gzip", "application/x-7z-compressed", "application/x-tar",
        "image/apng", "image/avif", "image/bmp", "image/gif", "image/jpeg", "image/jxl", "image/png", "image/tiff", "image/webp", "image/x-icon",
        "audio/aac", "audio/flac", "audio/mp4", "audio/mpeg", "audio/ogg", "audio/wav", "audio/webm",
        "video/mp4", "video/ogg", "video/quicktime", "video/webm",
        "font/collection", "font/otf", "font/ttf", "font/woff", "font/woff2",
    ];

    // Of files that trusted_files names.
    private static readonly HashSet<string> Running =
    [
        "text/javascript; charset=utf-8", "application/wasm", "application/xhtml+xml; charset=utf-8", "application/xslt+xml; charset=utf-8",
        "multipart/related",
    ];

    /// <summary>True for a type that a file of the site may have.</summary>
    public static bool IsAllowed(string type) => Made.Contains(type) || Inert.Contains(type) || Running.Contains(type);

    /// <summary>True for a type of which a browser runs nothing.</summary>
    public static bool IsInert(string type) => Inert.Contains(type);
}
