using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Blobpress.Site.Listings;

/// <summary>
/// Orders posts in a list: ascending ordinal order of these keys is newest first, and a prefix of one is a period of
/// time. A key is the nines' complement of yyyyMMddHHmmss on the site's clock, then 16 hexadecimal digits of a hash of
/// the post's name, so that no two posts share one.
/// </summary>
public static class SortKey
{
    /// <summary>The digits of the date at the front of a key.</summary>
    public const int DateDigits = 14;

    private const int HighestRank = 999_999_999;

    /// <summary>The key of a post.</summary>
    public static string Of(DateTimeOffset date, string name) => Complement(Digits(date)) + Hash(name);

    /// <summary>Orders the posts that lead the home page: the highest rank first, then newest first.</summary>
    /// <param name="rank">1 or more; all beyond 999,999,999 are as high as that.</param>
    /// <param name="key">The post's key.</param>
    public static string Leading(int rank, string key) => (HighestRank - Math.Min(rank, HighestRank)).ToString("D9", CultureInfo.InvariantCulture) + key;

    /// <summary>The same order, oldest first: for finding the next newer post with an ascending query.</summary>
    public static string Ascending(string key) => Complement(key[..DateDigits]) + ComplementHex(key[DateDigits..]);

    /// <summary>The period that a prefix of a key stands for, outermost first: <c>["2022", "01", "29"]</c>.</summary>
    public static IReadOnlyList<string> Period(string prefix)
    {
        var digits = Complement(prefix[..Math.Min(prefix.Length, DateDigits)]);
        var parts = new List<string>();
        for (var at = 0; at < digits.Length; at += at == 0 ? 4 : 2)
        {
            parts.Add(digits[at..Math.Min(digits.Length, at == 0 ? 4 : at + 2)]);
        }

        parts.AddRange(prefix.Skip(DateDigits).Select(digit => digit.ToString()));
        return parts;
    }

    private static string Digits(DateTimeOffset date) => date.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    private static string Complement(string digits) => string.Create(digits.Length, digits, (span, text) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = (char)('0' + '9' - text[i]);
        }
    });

    private static string ComplementHex(string digits) => string.Concat(digits.Select(digit => (15 - Convert.ToInt32(digit.ToString(), 16)).ToString("x", CultureInfo.InvariantCulture)));

    private static string Hash(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..16];
}
