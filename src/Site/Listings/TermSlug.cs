using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Blobpress.Site.Urls;

namespace Blobpress.Site.Listings;

/// <summary>The slug of a tag, category or author: names that differ by more than case and spacing never share one.</summary>
public static class TermSlug
{
    private const int HashLength = 6;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    private static readonly (string Sign, string Word)[] Words = [("#", "sharp"), ("+", "plus"), ("&", "and"), ("@", "at")];

    /// <summary>The slug of a term's name.</summary>
    public static string Of(string name)
    {
        var normal = string.Join(' ', ComposedText.Of(name).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var spelled = Words.Aggregate(normal, (text, sign) => text.Replace(sign.Sign, sign.Word, StringComparison.Ordinal));
        var slug = Slug.Of(spelled);
        var plain = slug == normal.Replace(' ', '-');

        // Where signs were dropped or respelled, another name could come to the same slug; C# and C-sharp stay apart.
        return (plain || IsCommon(normal, spelled, slug)) && slug is not ("archives" or "index") ? slug : $"{slug}-{Hash(normal)}";
    }

    /// <summary>True for what may be the slug of a term.</summary>
    internal static bool Is(string segment) => Of(segment) == segment || (HasHash(segment) && Slug.Of(segment[..^(HashLength + 1)]) == segment[..^(HashLength + 1)]);

    private static bool HasHash(string segment) =>
        segment.Length > HashLength + 1 && segment[^(HashLength + 1)] == '-' && segment.AsSpan(segment.Length - HashLength).IndexOfAnyExcept(Digits) < 0;

    // C#, C++, F#, R&D: common enough to deserve a clean URL; their respelling is letters only.
    private static bool IsCommon(string normal, string spelled, string slug) => normal != spelled && slug == spelled;

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashLength];
}
