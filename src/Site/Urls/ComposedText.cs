using System.Globalization;
using System.Text;

namespace Blobpress.Site.Urls;

/// <summary>Unicode normalization form C of any text.</summary>
internal static class ComposedText
{
    // As the Stream-Safe Text Format has it (UAX #15, 13): putting a run of marks in order takes the square of its length.
    private const int MostMarks = 30;

    /// <summary>
    /// The text composed (UAX #15); what normalization refuses, lone surrogates and U+FFFE, as U+FFFD; without what comes after 30
    /// combining marks in a row.
    /// </summary>
    public static string Of(string text)
    {
        var whole = new StringBuilder(text.Length);
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            marks = IsMark(rune) ? marks + 1 : 0;
            if (marks <= MostMarks)
            {
                whole.Append(rune.Value == 0xFFFE ? Rune.ReplacementChar : rune);
            }
        }

        return whole.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
