using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Blobpress.Site.Posts;

namespace Blobpress.Publishing.Receipts;

/// <summary>Where the receipt of a source is found.</summary>
public static class ReceiptNames
{
    private const string Ending = ".json";
    private const char HashMark = '~';
    private const int HashLength = 32;

    // What a name keeps before its hash: enough to find it by, and far from where a blob's name ends.
    private const int Kept = 900;

    /// <summary>
    /// The source's own name and <c>.json</c>. Where that would be no blob's name, as with control characters or too many, what
    /// is wrong is left out and a hash of the whole name put behind; and so it is where a name looks like such a one, since no
    /// two sources may share a receipt.
    /// </summary>
    public static string Of(string source)
    {
        var plain = source + Ending;
        return SourceName.Problem(plain) is null && SourceName.Problem(source) is null && !LooksHashed(source)
            ? plain
            : $"{Legible(source)}{HashMark}{HashOf(source)}{Ending}";
    }

    private static bool LooksHashed(string source) =>
        source.Length > HashLength
        && source[^(HashLength + 1)] == HashMark
        && source.AsSpan(source.Length - HashLength).IndexOfAnyExceptInRange('0', 'f') < 0;

    private static string Legible(string source)
    {
        var legible = new StringBuilder();
        foreach (var segment in source.Split('/', '\\').Select(segment => segment.TrimEnd('.')).Where(segment => segment.Length > 0).Take(SourceName.MaxSegments))
        {
            legible.Append(legible.Length == 0 ? "" : "/");
            foreach (var rune in segment.EnumerateRunes().TakeWhile(_ => legible.Length < Kept))
            {
                legible.Append(SourceName.MayHold(rune) ? rune.ToString() : "_");
            }

            if (legible.Length >= Kept)
            {
                break;
            }
        }

        return legible.ToString();
    }

    private static string HashOf(string source) => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(source.AsSpan())))[..HashLength];
}
