using System.Security.Cryptography;
using System.Text;

namespace Blobpress.Publishing.Index;

/// <summary>
/// A bounded note of the keys that links of the site name (a Bloom filter of one hash): what is not in it no post links to, and
/// nobody need be looked for. Keys are never taken out; one too many costs a query.
/// </summary>
internal sealed class WantedKeys
{
    private const int Bytes = 2048;

    private readonly byte[] _bits;

    private WantedKeys(byte[] bits) => _bits = bits;

    /// <summary>No keys.</summary>
    public static WantedKeys None { get; } = new(new byte[Bytes]);

    /// <summary>As kept; what is not of this form holds any key.</summary>
    public static WantedKeys Of(byte[]? kept)
    {
        if (kept is null) return None;
        return kept.Length == Bytes ? new(kept) : new(Enumerable.Repeat(byte.MaxValue, Bytes).ToArray());
    }

    /// <summary>To be kept; null where there is nothing to keep.</summary>
    public byte[]? Kept => _bits.All(part => part == 0) ? null : _bits;

    /// <summary>True for all keys that are in it, and some that are not.</summary>
    public bool MayHave(string key)
    {
        var bit = BitOf(key);
        return (_bits[bit / 8] & (1 << (bit % 8))) != 0;
    }

    /// <summary>With more keys.</summary>
    public WantedKeys With(IEnumerable<string> keys)
    {
        var more = keys.Where(key => !MayHave(key)).ToList();
        if (more.Count == 0)
        {
            return this;
        }

        var bits = _bits.ToArray();
        foreach (var bit in more.Select(BitOf))
        {
            bits[bit / 8] |= (byte)(1 << (bit % 8));
        }

        return new(bits);
    }

    private static int BitOf(string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        return ((hash[0] << 8) | hash[1]) % (Bytes * 8);
    }
}
