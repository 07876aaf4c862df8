namespace Blobpress.Site.Listings;

/// <summary>
/// How the pages of a list divide its keys. A node stands for all keys with one prefix; it is a single page (a leaf)
/// until it holds more than <see cref="LeafLimit"/> entries, then it is split by the next part of the key. Which nodes
/// are split depends on the set of keys alone, never on the order they came in.
/// </summary>
/// <param name="LeafLimit">The most entries on one page.</param>
/// <param name="ForcedLevels">How many levels from the root are always split, whatever they hold.</param>
/// <param name="FirstPart">The length of the first part of a key; the second and later ones have two digits.</param>
/// <param name="SingleFrom">The length from which on each single digit is a part.</param>
public sealed record TrieShape(int LeafLimit, int ForcedLevels, int FirstPart, int SingleFrom)
{
    /// <summary>Posts by date: a year, month, day, hour, minute, second, then digits of the hash.</summary>
    public static TrieShape Archive(int leafLimit) => new(leafLimit, 1, 4, SortKey.DateDigits);

    /// <summary>Posts by date, never coarser than a month: the shards of the sitemap.</summary>
    public static TrieShape Sitemap { get; } = new(500, 2, 4, SortKey.DateDigits);

    /// <summary>Terms by the bytes of their slugs.</summary>
    public static TrieShape Terms { get; } = new(200, 0, 2, int.MaxValue);

    /// <summary>Never split: a short list that others lead with.</summary>
    public static TrieShape Flat { get; } = new(int.MaxValue, 0, 2, int.MaxValue);

    /// <summary>The prefix one level below <paramref name="prefix"/> on the way to <paramref name="key"/>.</summary>
    public string Below(string prefix, string key) => key[..Math.Min(key.Length, NextLength(prefix.Length))];

    /// <summary>The prefix one level above; null for the root.</summary>
    public string? Above(string prefix)
    {
        if (prefix.Length == 0)
        {
            return null;
        }

        var length = 0;
        while (NextLength(length) < prefix.Length)
        {
            length = NextLength(length);
        }

        return prefix[..length];
    }

    /// <summary>0 for the root, 1 for its children and so on.</summary>
    public int Level(string prefix)
    {
        var level = 0;
        for (var length = 0; length < prefix.Length; length = NextLength(length))
        {
            level++;
        }

        return level;
    }

    /// <summary>True where a node of that many entries is split.</summary>
    public bool Splits(string prefix, int count) => Level(prefix) < ForcedLevels || count > LeafLimit;

    private int NextLength(int length) => length == 0 ? FirstPart : length + (length >= SingleFrom ? 1 : 2);
}
