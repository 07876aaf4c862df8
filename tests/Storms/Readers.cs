using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using Blobpress.StorageDouble;

namespace Blobpress.Storms;

/// <summary>Follows every link from the home page on, as readers do.</summary>
internal static partial class Readers
{
    /// <summary>Looks for links to what is not there.</summary>
    /// <exception cref="StormException">There is one.</exception>
    public static void Check(IReadOnlyDictionary<string, StoredBlob> site)
    {
        Walk(site, withFeeds: true, (page, target) => throw new StormException($"{page} links to {target}, which is not there."));
    }

    /// <summary>The pages that links lead to from the home page on; feeds and sitemaps are not followed.</summary>
    public static IReadOnlySet<string> Reach(IReadOnlyDictionary<string, StoredBlob> site) => Walk(site, withFeeds: false, (_, _) => { });

    private static HashSet<string> Walk(IReadOnlyDictionary<string, StoredBlob> site, bool withFeeds, Action<string, string> missing)
    {
        if (!site.ContainsKey("index.html"))
        {
            return [];
        }

        var seen = new HashSet<string> { "index.html" };
        var queue = new Queue<string>(seen);
        while (queue.TryDequeue(out var page))
        {
            foreach (var target in Targets(site[page]))
            {
                if (!site.ContainsKey(target))
                {
                    missing(page, target);
                }
                else if (IsPage(target, withFeeds) && seen.Add(target))
                {
                    queue.Enqueue(target);
                }
            }
        }

        return seen;
    }

    private static bool IsPage(string name, bool withFeeds) =>
        name.EndsWith(".html", StringComparison.Ordinal) || (withFeeds && name.EndsWith(".xml", StringComparison.Ordinal));

    // The same bytes are looked at again and again while a storm goes on.
    private static readonly ConditionalWeakTable<byte[], IReadOnlyList<string>> Known = [];

    private static IReadOnlyList<string> Targets(StoredBlob page) => MemoryMarshal.TryGetArray(page.Content, out var bytes) && bytes.Array is { } array
        ? Known.GetValue(array, _ => Find(page))
        : Find(page);

    private static IReadOnlyList<string> Find(StoredBlob page) =>
        [.. Paths(Encoding.UTF8.GetString(page.Content.Span)).Select(BlobOf).Distinct()];

    private static IEnumerable<string> Paths(string text) => Link().Matches(text).Select(match => match.Groups["path"].Value)
        .Concat(Set().Matches(text).SelectMany(match => match.Groups["set"].Value.Split(", ")).Select(candidate => candidate.Trim().Split(' ')[0]).Where(path => path.StartsWith('/')));

    private static string BlobOf(string path)
    {
        var name = Uri.UnescapeDataString(path.Split('#', '?')[0]).TrimStart('/');
        return name.Length == 0 || name.EndsWith('/') ? name + "index.html" : name;
    }

    // Links that authors made follow what they lead to a little later. In pages by attribute, in feeds and sitemaps by element; the address of the site itself is the settings' default.
    [GeneratedRegex("""(?:(?:(?<!<em><a |&lt;em&gt;&lt;a )href|src)="(?:http://127\.0\.0\.1:8080)?(?<path>/[^"]*)"|<(?:loc|link)>http://127\.0\.0\.1:8080(?<path>/[^<]*)<)""")]
    private static partial Regex Link();

    [GeneratedRegex("srcset=\"(?<set>[^\"]*)\"")]
    private static partial Regex Set();
}
