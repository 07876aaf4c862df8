using System.Globalization;
using System.Text;

namespace Blobpress.Site.Urls.Generators;

/// <summary>Names in Jekyll's URLs, by the modes of its <c>slugify</c>.</summary>
internal static class JekyllSlug
{
    private const string Readable = "._~!$&'()+,;=@";

    /// <summary>Mode <c>default</c>: letters, marks and digits of all scripts, in lower case; all else becomes hyphens.</summary>
    public static string Plain(string text) => Joined(text, IsWord).ToLowerInvariant();

    /// <summary>Mode <c>pretty</c>, with its capitals: as <see cref="Plain"/>, and signs that URLs show as they are stay.</summary>
    public static string Pretty(string text) => Joined(text, IsReadable);

    /// <summary>
    /// As the filter has it, in lower case: <c>raw</c> makes hyphens of blanks alone, <c>ascii</c> of all but ASCII's letters and digits,
    /// <c>latin</c> takes accents off first, <c>default</c> and <c>pretty</c> are the above; any other, such as <c>none</c>, changes nothing.
    /// </summary>
    public static string Of(string text, string mode) => (mode switch
    {
        "raw" => Joined(text, rune => !Rune.IsWhiteSpace(rune)),
        "ascii" => Joined(text, rune => rune.IsAscii && Rune.IsLetterOrDigit(rune)),
        "latin" => Joined(LatinLetters.Plain(text), rune => rune.IsAscii && Rune.IsLetterOrDigit(rune)),
        "pretty" => Pretty(text),
        "default" => Plain(text),
        _ => text,
    }).ToLowerInvariant();

    // What stays, and a hyphen for each run of what does not.
    private static string Joined(string text, Func<Rune, bool> stays)
    {
        var slug = new StringBuilder(text.Length);
        var gap = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var kept = stays(rune);
            if (kept)
            {
                if (gap) slug.Append('-');
                slug.Append(rune);
            }

            gap = !kept;
        }

        if (gap) slug.Append('-');
        var whole = slug.ToString();
        var start = whole.StartsWith('-') ? 1 : 0;
        return whole.Length > start && whole.EndsWith('-') ? whole[start..^1] : whole[start..];
    }

    private static bool IsReadable(Rune rune) => IsWord(rune) || (rune.IsAscii && Readable.Contains((char)rune.Value, StringComparison.Ordinal));

    private static bool IsWord(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
        or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.DecimalDigitNumber;
}
