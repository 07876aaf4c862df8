using System.Globalization;
using System.Text;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Urls.Generators;

/// <summary>Names in Hugo's URLs.</summary>
internal static class HugoText
{
    private const string Signs = "./\\_#+~-@";

    /// <summary>
    /// Letters, marks, digits and a few signs stay, blanks become hyphens, all else goes; in lower case and with accents unless the
    /// settings say otherwise.
    /// </summary>
    public static string Of(string text, UrlSettings settings)
    {
        var kept = Kept(text);
        if (settings.RemoveAccents) kept = WithoutAccents(kept);
        return settings.KeepCase ? kept : kept.ToLowerInvariant();
    }

    private static string Kept(string text)
    {
        var kept = new StringBuilder(text.Length);
        var (gap, wasHyphen, at) = (false, false, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Stays(text, at, rune))
            {
                wasHyphen = rune.Value == '-';
                if (gap && !wasHyphen) kept.Append('-');
                gap = false;
                kept.Append(rune);
            }
            else if (kept.Length > 0 && !wasHyphen && Rune.IsWhiteSpace(rune))
            {
                gap = true;
            }

            at += rune.Utf16SequenceLength;
        }

        return kept.ToString();
    }

    private static bool Stays(string text, int at, Rune rune) =>
        Rune.IsLetter(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
        || (rune.IsAscii && Signs.Contains((char)rune.Value, StringComparison.Ordinal))
        || (rune.Value == '%' && at + 2 < text.Length && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2]));

    private static string WithoutAccents(string text)
    {
        var letters = text.Normalize(NormalizationForm.FormD).EnumerateRunes().Where(rune => Rune.GetUnicodeCategory(rune) is not UnicodeCategory.NonSpacingMark);
        return string.Concat(letters.Select(letter => letter.ToString())).Normalize(NormalizationForm.FormC);
    }
}
