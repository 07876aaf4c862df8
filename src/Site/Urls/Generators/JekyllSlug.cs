using System.Globalization;
using System.Text;

namespace Blobpress.Site.Urls.Generators;

/// <summary>Names in Jekyll's URLs, by two of the modes of its <c>slugify</c>.</summary>
internal static class JekyllSlug
{
    private const string Readable = "._~!$&'()+,;=@";

    /// <summary>Mode <c>default</c>: letters, marks and digits of all scripts, in lower case; all else becomes hyphens.</summary>
    public static string Plain(string text) => Of(text, "").ToLowerInvariant();

    /// <summary>Mode <c>pretty</c>, with its capitals: as <see cref="Plain"/>, and signs that URLs show as they are stay.</summary>
    public static string Pretty(string text) => Of(text, Readable);

    private static string Of(string text, string signs)
    {
        var slug = new StringBuilder(text.Length);
        var gap = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var stays = IsWord(rune) || (rune.IsAscii && signs.Contains((char)rune.Value, StringComparison.Ordinal));
            if (stays)
            {
                if (gap) slug.Append('-');
                slug.Append(rune);
            }

            gap = !stays;
        }

        if (gap) slug.Append('-');
        var whole = slug.ToString();
        var start = whole.StartsWith('-') ? 1 : 0;
        return whole.Length > start && whole.EndsWith('-') ? whole[start..^1] : whole[start..];
    }

    private static bool IsWord(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
        or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.DecimalDigitNumber;
}
