using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Blobpress.Site.Urls;

/// <summary>The form of a name that stands in a URL.</summary>
public static class Slug
{
    /// <summary>The most bytes of UTF-8 a slug has.</summary>
    public const int MaxBytes = 96;

    private const int HashLength = 8;

    /// <summary>
    /// Keeps the letters, digits and combining marks of every script in lower case (Unicode NFC, invariant culture); all else
    /// becomes single hyphens between them. A slug of a slug is itself.
    /// </summary>
    /// <param name="text">Any text; nothing to keep in it gives a short hash, so that a slug is never empty.</param>
    /// <returns>At most <see cref="MaxBytes"/> bytes; a longer one is cut between characters and given a short hash of the whole.</returns>
    public static string Of(string text)
    {
        var slug = Words(text);
        if (slug.Length == 0) return Hash(text);
        if (SegmentRules.IsDevice(slug)) return slug + "-" + Hash(slug);
        return Encoding.UTF8.GetByteCount(slug) <= MaxBytes ? slug : Cut(slug, MaxBytes);
    }

    /// <summary>True where a text has a letter or digit that a slug would keep.</summary>
    public static bool HasWords(string text) => text.EnumerateRunes().Any(IsWord);

    /// <summary>Eight hexadecimal digits of a text's SHA-256 (FIPS 180-4).</summary>
    internal static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashLength];

    private static string Words(string text)
    {
        var slug = new StringBuilder(text.Length);
        var gap = false;
        // A mark belongs to the letter before it; after anything else, such as an emoji, it is dropped with it.
        foreach (var rune in ComposedText.Of(text).EnumerateRunes())
        {
            if (!IsWord(rune) && (gap || slug.Length == 0 || !IsMark(rune)))
            {
                gap = true;
                continue;
            }

            if (gap && slug.Length > 0) slug.Append('-');
            gap = false;
            slug.Append(Rune.ToLowerInvariant(rune));
        }

        return slug.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>The beginning of a text, cut between characters, with a short hash of the whole after it.</summary>
    /// <param name="slug">Of more than <paramref name="maxBytes"/> bytes.</param>
    /// <param name="maxBytes">Of UTF-8, 16 or more.</param>
    internal static string Cut(string slug, int maxBytes)
    {
        var end = 0;
        var bytes = 0;
        while (true)
        {
            var next = StringInfo.GetNextTextElementLength(slug, end);
            bytes += Encoding.UTF8.GetByteCount(slug.AsSpan(end, next));
            if (bytes > maxBytes - HashLength - 1) break;
            end += next;
        }

        var start = slug[..end].TrimEnd('-');
        return start.Length == 0 ? Hash(slug) : start + "-" + Hash(slug);
    }

    private static bool IsWord(Rune rune) =>
        (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LetterNumber) && !SegmentRules.IsBlank(rune);

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark && !SegmentRules.IsBlank(rune);
}
