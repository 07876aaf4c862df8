using System.Globalization;
using System.Text;
using Blobpress.Site.Html.Code;

namespace Blobpress.Site.Html.Tags;

/// <summary>Pieces of HTML that stand for tags.</summary>
internal static class TagHtml
{
    public static string Attribute(string name, string? value) => string.IsNullOrEmpty(value) ? "" : $" {name}=\"{HtmlText.Escape(value)}\"";

    public static string Link(string url, string? text) => $"<a{Attribute("href", url)}>{HtmlText.Escape(string.IsNullOrWhiteSpace(text) ? url : text)}</a>";

    /// <summary>A link whose text is shown as it is, also where Markdown is read.</summary>
    public static string PlainLink(string url, string text) => $"<a{Attribute("href", url)}>{Literal(text)}</a>";

    // A reference to a character is that character and no mark of Markdown's (CommonMark 2.5).
    private static string Literal(string text)
    {
        var html = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is ' ' or '/' or '-' or '.' or ',' or ';' || !char.IsAscii(c))
                html.Append(c);
            else
                html.Append(CultureInfo.InvariantCulture, $"&#{(int)c};");
        }

        return html.ToString();
    }

    public static string Image(string src, string? alt = null, string? title = null, string? width = null, string? height = null) =>
        $"<img{Attribute("src", src)}{Attribute("alt", alt)}{Attribute("title", title)}{Attribute("width", width)}{Attribute("height", height)}>";

    public static string Frame(string url) => $"<iframe{Attribute("src", url)}></iframe>";

    public static string Strong(string? text) => string.IsNullOrWhiteSpace(text) ? "" : $"<p><strong>{HtmlText.Escape(text)}</strong></p>";

    /// <summary>A block of code in a language.</summary>
    /// <param name="language">Its name.</param>
    /// <param name="code">The code.</param>
    /// <param name="info">What else there is to say, as it would stand beside a fence; or nothing.</param>
    public static string Code(string language, string code, string info = "")
    {
        var known = language.Length is >= 1 and <= 32 && language.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '#' or '.' or '_' or '-');
        return $"<pre><code{(known ? $" class=\"language-{language.ToLowerInvariant()}\"" : "")}{Attribute(CodeBlocks.Info, info)}>{HtmlText.Escape(code.Trim('\n'))}\n</code></pre>\n";
    }

    /// <summary>True for the identifier of a video or the like.</summary>
    public static bool IsId(string? id) => id?.Length is >= 2 and <= 64 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
