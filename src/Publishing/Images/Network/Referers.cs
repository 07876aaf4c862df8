using System.Collections.Concurrent;

namespace Blobpress.Publishing.Images.Network;

/// <summary>What an image request says of the page it comes from.</summary>
internal enum Referer
{
    None,
    OwnOrigin,
    Article,
}

/// <summary>Which Referer each host wants: some refuse a foreign one, some an empty one. What worked is tried first next time.</summary>
internal sealed class Referers
{
    // Forgetting costs one or two refused requests; growing without bound would cost memory.
    private const int Remembered = 10_000;

    private readonly ConcurrentDictionary<string, Referer> known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The Referers to try, in order.</summary>
    public IEnumerable<Referer> For(ImageRequest request)
    {
        var chain = new List<Referer> { Referer.None, Referer.OwnOrigin };
        if (request.Article is not null)
            chain.Add(Referer.Article);
        return known.TryGetValue(request.Url.IdnHost, out var best) ? chain.OrderBy(r => r != best) : chain;
    }

    public void Remember(Uri url, Referer worked)
    {
        if (known.Count >= Remembered)
            known.Clear();
        known[url.IdnHost] = worked;
    }

    /// <summary>The header's value for one hop, or null.</summary>
    public static Uri? Value(Referer referer, Uri hop, Uri? article) => referer switch
    {
        Referer.OwnOrigin => Root(hop),
        Referer.Article => article is null ? null : Root(article),
        _ => null,
    };

    private static Uri Root(Uri url) => new(url.GetLeftPart(UriPartial.Authority) + "/");
}
