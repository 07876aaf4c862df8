using System.Globalization;
using System.Text;

namespace Blobpress.Local.Reports;

/// <summary>Text of authors on a terminal, which takes some characters for commands.</summary>
internal static class TerminalText
{
    /// <summary>The text with control and format characters, such as those that turn the writing round, as <c>\u001B</c>.</summary>
    public static string Of(string text)
    {
        if (!text.EnumerateRunes().Any(IsCommand))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = IsCommand(rune) ? plain.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}") : plain.Append(rune);
        }

        return plain.ToString();
    }

    // But for the joiners and the direction of a word, which scripts and emoji need and which do nothing to a line.
    private static bool IsCommand(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Format => rune.Value is not (0x200C or 0x200D or 0x00AD),
        _ => false,
    };
}
