using Blobpress.Publishing.Storage;

namespace Blobpress.Publishing.Sites;

/// <summary>As what a file beside the posts goes out, by the extension of its name: browsers go by the type, so the bytes decide nothing.</summary>
internal static class AssetTypes
{
    private static readonly Dictionary<string, string> Inert = Table(
        ("image/apng", ".apng"), ("image/avif", ".avif"), ("image/bmp", ".bmp"), ("image/gif", ".gif"), ("image/jpeg", ".jpg .jpeg .jpe .jfif"),
        ("image/jxl", ".jxl"), ("image/png", ".png"), ("image/tiff", ".tif .tiff"), ("image/webp", ".webp"), ("image/x-icon", ".ico .cur"),
        ("audio/aac", ".aac"), ("audio/flac", ".flac"), ("audio/mp4", ".m4a"), ("audio/mpeg", ".mp3"), ("audio/ogg", ".ogg .oga .opus"), ("audio/wav", ".wav"), ("audio/webm", ".weba"),
        ("video/mp4", ".mp4 .m4v"), ("video/ogg", ".ogv"), ("video/quicktime", ".mov"), ("video/webm", ".webm"),
        ("font/collection", ".ttc"), ("font/otf", ".otf"), ("font/ttf", ".ttf"), ("font/woff", ".woff"), ("font/woff2", ".woff2"),
        ("application/json", ".json .map"), ("application/geo+json", ".geojson"), ("application/manifest+json", ".webmanifest"),
        ("application/pdf", ".pdf"), ("application/epub+zip", ".epub"), ("application/zip", ".zip"), ("application/gzip", ".gz .tgz"), ("application/x-7z-compressed", ".7z"), ("application/x-tar", ".tar"),
        ("text/csv; charset=utf-8", ".csv"), ("text/calendar; charset=utf-8", ".ics"), ("text/vtt; charset=utf-8", ".vtt"),
        (MediaTypes.Text, ".txt .text .log .srt .ini .toml .yml .yaml .tex .bib .c .h .cpp .cs .go .java .kt .lua .py .rb .rs .sh .sql .swift .diff .patch"));

    // What a browser runs, or what other files have it run: as text it does nothing.
    private static readonly Dictionary<string, string> Running = Table(
        ("text/javascript; charset=utf-8", ".js .mjs .cjs .jsm"), (MediaTypes.Css, ".css"), ("application/wasm", ".wasm"),
        ("application/xhtml+xml; charset=utf-8", ".xhtml .xht"), ("application/xslt+xml; charset=utf-8", ".xsl .xslt"), ("multipart/related", ".mht .mhtml"),
        (MediaTypes.Atom, ".atom"), (MediaTypes.Rss, ".rss"), (MediaTypes.Svg, ".svg"),
        (MediaTypes.Xml, ".xml .xsd .dtd .ent .rdf .owl .opml .kml .gpx .gml .mml .mathml .xul .xbl .xspf .smil .smi .vml .wsdl .vxml .xlf .plist .dae .fb2 .musicxml"));

    // Components, applications and pages of old browsers and mail programs.
    private static readonly HashSet<string> Obsolete = new(StringComparer.OrdinalIgnoreCase)
    {
        ".htc", ".hta", ".htt", ".svgz", ".swf", ".appcache", ".manifest", ".sct", ".url", ".webloc", ".xap", ".jnlp", ".eml", ".mhtm",
    };

    // Their URLs may be pages', and what they hold is nobody's to read.
    private static readonly HashSet<string> Programs = new(StringComparer.OrdinalIgnoreCase)
    {
        ".php", ".php3", ".php4", ".php5", ".phtml", ".asp", ".aspx", ".ashx", ".asmx", ".ascx", ".cshtml", ".razor", ".jsp", ".jspx", ".cgi", ".cfm", ".shtml", ".shtm", ".stm", ".htaccess", ".htpasswd", ".config",
    };

    /// <summary>True for a program that runs in a web server: even one that is trusted would run nowhere.</summary>
    public static bool IsProgram(string name) => Programs.Contains(Path.GetExtension(name));

    /// <summary>True for what is published only where it is trusted.</summary>
    public static bool IsObsolete(string name) => Obsolete.Contains(Path.GetExtension(name));

    /// <summary>True where it makes a difference whether the file is trusted.</summary>
    public static bool DependsOnTrust(string name) => IsObsolete(name) || Running.ContainsKey(Path.GetExtension(name));

    /// <summary>The type of a file that is published.</summary>
    /// <param name="name">Its blob name.</param>
    /// <param name="trusted">Whether it may be run.</param>
    public static string Of(string name, bool trusted)
    {
        var extension = Path.GetExtension(name);
        return Inert.TryGetValue(extension, out var type) ? type
            : !Running.TryGetValue(extension, out var running) ? MediaTypes.Bytes
            : trusted || running == MediaTypes.Svg ? running
            : running == "application/wasm" ? MediaTypes.Bytes
            : MediaTypes.Text;
    }

    private static Dictionary<string, string> Table(params (string Type, string Extensions)[] types) =>
        types.SelectMany(type => type.Extensions.Split(' ').Select(extension => (extension, type.Type))).ToDictionary(pair => pair.extension, pair => pair.Type, StringComparer.OrdinalIgnoreCase);
}
