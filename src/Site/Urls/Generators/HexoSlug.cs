using System.Text;

namespace Blobpress.Site.Urls.Generators;

/// <summary>Names in Hexo's URLs.</summary>
internal static class HexoSlug
{
    /// <summary>
    /// Latin letters lose their marks, control characters go, and blanks and ASCII signs become single hyphens, none of them at the
    /// ends. Letters and signs of other scripts stay (Hexo's documentation of <c>slugize</c>).
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="filenameCase">0 as written, 1 lower case, 2 upper case.</param>
    public static string Of(string text, int filenameCase = 0)
    {
        var slug = new StringBuilder(text.Length);
        var gap = false;
        foreach (var letter in LatinLetters.Plain(text))
        {
            if (letter < ' ' && !char.IsWhiteSpace(letter)) continue;
            if (IsSign(letter))
            {
                // Control characters are gone before blanks are looked at, line ends among them.
                gap |= letter >= ' ';
                continue;
            }

            if (gap && slug.Length > 0) slug.Append('-');
            gap = false;
            slug.Append(letter);
        }

        return filenameCase switch { 1 => slug.ToString().ToLowerInvariant(), 2 => slug.ToString().ToUpperInvariant(), _ => slug.ToString() };
    }

    private static bool IsSign(char letter) => char.IsWhiteSpace(letter) || letter == '\uFEFF' || (char.IsAscii(letter) && !char.IsAsciiLetterOrDigit(letter));
}
