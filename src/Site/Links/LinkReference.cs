using Blobpress.Site.Images;

namespace Blobpress.Site.Links;

/// <summary>What a link in a post names that may come, move and go.</summary>
/// <param name="Kind">How it is named.</param>
/// <param name="Target">As written, decoded, without query and fragment; of <see cref="LinkKind.File"/> the file's own name.</param>
/// <param name="From">The source of the post that holds the link.</param>
public sealed record LinkReference(LinkKind Kind, string Target, string From)
{
    /// <summary>The most that the links of one post may name, so that a publish stays bounded.</summary>
    public const int Most = 300;

    /// <summary>
    /// What it and everything that it may lead to have in common: posts are found, and told of what came and went, by it. Null
    /// where it can lead to nothing.
    /// </summary>
    public string? Key => Kind switch
    {
        LinkKind.File => FileKey(Target),
        LinkKind.Url => UrlKey(Target),
        LinkKind.Name => PostKey(Target),
        _ => AssetPath.Resolve(AsFile(Target), From) is { } name ? PostKey(name) : null,
    };

    /// <summary>The key of the links that may lead to a post.</summary>
    /// <param name="name">Its source, or what a link makes of it.</param>
    public static string PostKey(string name) => "post " + LinkName.Of(name);

    /// <summary>The key of the links to a page's place, present or past.</summary>
    /// <param name="path">The blob's name, or the path of a URL, decoded.</param>
    public static string UrlKey(string path) => "url " + Place(path);

    /// <summary>The key of the links to a file beside the posts.</summary>
    public static string FileKey(string name) => "file " + name;

    /// <summary>The names of the blobs at which a page with such a URL would be; the likeliest first.</summary>
    public IReadOnlyList<string> Places
    {
        get
        {
            var path = Target.Trim('/');
            string[] places = Path.HasExtension(path) ? [path, Below(Place(path)), Below(path)] : [Below(path), path, path + ".html"];
            return [.. places.Where(place => place.Length > 0).Distinct()];
        }
    }

    /// <summary>The one of some posts that the link means; null where it means none of them.</summary>
    /// <param name="candidates">Posts of its key; of several that fit alike the first is meant.</param>
    public LinkCandidate? Choose(IEnumerable<LinkCandidate> candidates)
    {
        var match = new LinkMatch(this);
        return candidates.Select(candidate => (Candidate: candidate, Rank: match.Rank(candidate.Name)))
            .Where(ranked => ranked.Rank is not null).OrderBy(ranked => ranked.Rank).FirstOrDefault().Candidate;
    }

    /// <summary>Names of sources that it means before any others, where they are there.</summary>
    public IReadOnlyList<string> Exact => new LinkMatch(this).Exact;

    /// <summary>A path that names a folder, as if the folder were a file.</summary>
    internal static string AsFile(string path) => path.TrimEnd('/').Replace("%", "%25", StringComparison.Ordinal).Replace("#", "%23", StringComparison.Ordinal).Replace("?", "%3F", StringComparison.Ordinal);

    private static string Below(string folder) => folder.Length == 0 ? "index.html" : folder + "/index.html";

    // /a/, /a/index.html and /a.html are one.
    private static string Place(string path)
    {
        var plain = path.Trim('/');
        if (plain is "index.html" or "index.htm") return "";
        foreach (var end in new[] { "/index.html", "/index.htm", ".html", ".htm" })
            if (plain.EndsWith(end, StringComparison.OrdinalIgnoreCase)) return plain[..^end.Length];
        return plain;
    }
}
