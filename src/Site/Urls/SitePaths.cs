using Blobpress.Site.Images;
using Blobpress.Site.Listings;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Urls;

/// <summary>Every name in <c>$web</c> that is not a post's own: the one place that knows them.</summary>
public static class SitePaths
{
    /// <summary>True for a file that the site itself writes, or may come to write.</summary>
    public static bool IsReserved(string blob, SiteSettings settings) => RootFiles.Contains(blob) || OwnFiles.Has(blob, settings.Lists.Paths);

    /// <summary>True for the path of the home page, of the page for what is not found, and of the first pages of the lists, however it is written.</summary>
    public static bool IsRoot(string path, SiteSettings settings)
    {
        var plain = path.Trim('/');
        plain = plain is "index.html" ? "" : plain.EndsWith("/index.html", StringComparison.Ordinal) ? plain[..^11] : plain;
        var paths = settings.Lists.Paths;
        return plain is "" or "404.html" || plain == paths.Archives || plain == paths.Categories || plain == paths.Tags || plain == paths.Authors;
    }

    private static readonly HashSet<string> RootFiles =
    [
        "404.html", "atom.xml", "feed.json", "index.html", "robots.txt", "rss.xml", "sitemap.xml",
    ];

    public static SitePath NotFound { get; } = SitePath.OfBlob("404.html");

    public static SitePath Robots { get; } = SitePath.OfBlob("robots.txt");

    public static SitePath SitemapIndex { get; } = SitePath.OfBlob("sitemap.xml");

    /// <summary>One shard of the sitemap; <paramref name="period"/> is <c>2022-01</c> or, where a month was split, <c>2022-01-29</c> and so on.</summary>
    public static SitePath SitemapShard(string period) => SitePath.OfBlob($"sitemaps/{period}.xml");

    /// <summary>A list's front page.</summary>
    public static SitePath Front(ListKey list) => SitePath.OfDirectory([.. Root(list), .. list.Slugs]);

    /// <summary>A page of a list's archive; <paramref name="period"/> holds year, month, day … as far as it goes.</summary>
    public static SitePath Archive(ListKey list, IReadOnlyList<string> period) =>
        SitePath.OfDirectory([.. Root(list), .. list.Slugs, .. list.Kind == ListKind.Archive ? Array.Empty<string>() : ["archives"], .. period]);

    /// <summary>The index of all tags, all authors or the subcategories of <paramref name="parent"/>; <paramref name="part"/> as far as it was split.</summary>
    public static SitePath Terms(ListKey parent, IReadOnlyList<string> part) =>
        parent.Slugs.Count + part.Count == 0
            ? SitePath.OfDirectory(Root(parent))
            : SitePath.OfDirectory([.. Root(parent), .. parent.Slugs, "index", .. part]);

    /// <summary>A feed of a list: <c>atom.xml</c>, <c>rss.xml</c> or <c>feed.json</c> beside its front page.</summary>
    public static SitePath Feed(ListKey list, string file) =>
        SitePath.OfBlob(string.Join('/', [.. Root(list), .. list.Slugs, file]));

    /// <summary>The same, of the list whose front page is at <paramref name="frontUrl"/>.</summary>
    public static SitePath Feed(string frontUrl, string file) => SitePath.OfUrl(frontUrl + file);

    /// <summary>A file made of an image; immutable, since its name holds the hash of what it was made of.</summary>
    public static SitePath Variant(string hash, Variant variant) =>
        SitePath.OfBlob($"images/{hash[..2]}/{hash}-{variant.Width}.{Extension(variant.Format)}");

    /// <summary>The 1200x630 crop of an image for social cards.</summary>
    public static SitePath SocialCard(string hash) => SitePath.OfBlob($"images/{hash[..2]}/{hash}-card.jpg");

    /// <summary>A stylesheet or script of the theme; immutable like <see cref="Variant"/>.</summary>
    public static SitePath ThemeAsset(string name, string hash) =>
        SitePath.OfBlob($"theme/{Path.GetFileNameWithoutExtension(name)}.{hash}{Path.GetExtension(name)}");

    private static string[] Root(ListKey list) => list.Root?.Split('/') ?? list.Kind switch
    {
        ListKind.All => [],
        ListKind.Category => [ListPaths.Default.Categories],
        ListKind.Tag => [ListPaths.Default.Tags],
        ListKind.Author => [ListPaths.Default.Authors],
        ListKind.Archive => [ListPaths.Default.Archives],
        _ => throw new ArgumentOutOfRangeException(nameof(list)),
    };

    private static string Extension(ImageFormat format) => format switch
    {
        ImageFormat.Jpeg => "jpg",
        ImageFormat.Avif => "avif",
        ImageFormat.Webp => "webp",
        ImageFormat.Png => "png",
        ImageFormat.Gif => "gif",
        ImageFormat.Svg => "svg",
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };
}
