using System.Text;

namespace Blobpress.Site.Posts;

/// <summary>A text on one line.</summary>
internal static class PlainLine
{
    /// <summary>Trims; white space and control characters become single blanks, lone surrogates U+FFFD.</summary>
    public static string Of(string text)
    {
        var line = new StringBuilder(text.Length);
        var gap = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                gap = true;
                continue;
            }

            if (gap && line.Length > 0) line.Append(' ');
            gap = false;
            line.Append(rune);
        }

        return line.ToString();
    }
}
