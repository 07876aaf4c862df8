using System.Globalization;

namespace Blobpress.Site.Html.Tags;

/// <summary>Names in template tags.</summary>
internal static class Word
{
    /// <summary>Letters, digits, marks and connectors such as <c>_</c>: what regular expressions call <c>\w</c>.</summary>
    public static bool IsPart(char c) =>
        char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.ConnectorPunctuation;

    /// <summary>Where the name ends that begins at <paramref name="at"/>; the same place where none does.</summary>
    public static int End(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && IsPart(text[at]))
            at++;
        return at;
    }
}
