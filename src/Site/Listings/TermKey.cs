using System.Globalization;
using System.Text;

namespace Blobpress.Site.Listings;

/// <summary>Orders terms in an index by their slug's UTF-8 bytes, two hexadecimal digits a byte, so that a prefix is a stretch of the alphabet.</summary>
public static class TermKey
{
    // Ends every key, so that no slug's key is a prefix of another's and a split always tells them apart.
    private const string End = "--";

    /// <summary>The key of a term.</summary>
    public static string Of(string slug) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(slug)) + End;

    /// <summary>What the terms under a prefix begin with, for people: <c>h</c>, <c>ha</c>, or a range of characters such as <c>一–丿</c>.</summary>
    public static string Label(string prefix)
    {
        var bytes = Convert.FromHexString(prefix.Replace(End, "", StringComparison.Ordinal));
        var (first, last) = (Decode(bytes, 0x80), Decode(bytes, 0xBF));
        return first == last ? first : $"{first}–{LastCharacter(last)}";
    }

    /// <summary>The path of a prefix below the index, one segment a byte.</summary>
    public static IReadOnlyList<string> Path(string prefix) => [.. prefix.Chunk(2).Select(pair => new string(pair).Replace(End, "end", StringComparison.Ordinal))];

    // An unfinished character is filled up with the lowest or the highest continuation bytes: the range it can become.
    private static string Decode(byte[] bytes, byte filler)
    {
        var start = bytes.Length;
        while (start > 0 && (bytes[start - 1] & 0xC0) == 0x80)
        {
            start--;
        }

        if (start == 0 || bytes[start - 1] < 0xC0)
        {
            return Encoding.UTF8.GetString(bytes);
        }

        var length = bytes[start - 1] >= 0xF0 ? 4 : bytes[start - 1] >= 0xE0 ? 3 : 2;
        var missing = length - (bytes.Length - start + 1);
        return Encoding.UTF8.GetString([.. bytes, .. Enumerable.Repeat(filler, Math.Max(missing, 0))]);
    }

    private static string LastCharacter(string text) => new StringInfo(text) is { LengthInTextElements: > 0 } info
        ? info.SubstringByTextElements(info.LengthInTextElements - 1)
        : text;
}
