using System.Globalization;
using System.Text;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Html;

/// <summary>The identifiers that generators give to headings.</summary>
internal static class HeadingSlug
{
    private const string HexoSigns = "~`!@#$%^&*()-_+=[]{}|\\;:\"'<>,.?/";

    /// <summary>
    /// The identifier of a heading: Hexo keeps case and puts one hyphen for each stretch of ASCII signs and blanks (hexo-util's
    /// slugize); the others do as GitHub does: lower case, signs out, a hyphen for each blank. Empty where nothing is left.
    /// </summary>
    public static string Of(string text, Generator generator) => generator == Generator.Hexo ? Hexo(text) : GitHub(text);

    /// <summary>What is left of an identifier when neither case nor signs count.</summary>
    public static string Core(string id)
    {
        var core = new StringBuilder(id.Length);
        foreach (var c in id)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
                core.Append(char.ToLowerInvariant(c));
        }

        return core.ToString();
    }

    private static string Hexo(string text)
    {
        var slug = new StringBuilder(text.Length);
        var gap = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || HexoSigns.Contains(c, StringComparison.Ordinal))
            {
                gap = slug.Length > 0;
                continue;
            }

            if (char.IsControl(c))
                continue;
            if (gap)
                slug.Append('-');
            gap = false;
            slug.Append(c);
        }

        return slug.ToString();
    }

    private static string GitHub(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var rune in text.Trim().EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
                slug.Append('-');
            else if (Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
                slug.Append(Rune.ToLowerInvariant(rune));
        }

        return slug.ToString();
    }
}
