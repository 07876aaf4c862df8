using System.Text;

namespace Blobpress.Site.Html;

/// <summary>Text and attribute values in HTML.</summary>
internal static class HtmlText
{
    /// <summary>Escapes what would be markup in text or in a double-quoted attribute.</summary>
    public static string Escape(string text) =>
        text.AsSpan().IndexOfAny("&<>\"\u00a0") < 0 ? text : Append(new StringBuilder(text.Length + 16), text, quotes: true).ToString();

    /// <summary>Appends escaped text; <paramref name="quotes"/> only matter in attributes.</summary>
    public static StringBuilder Append(StringBuilder html, string text, bool quotes)
    {
        var rest = text.AsSpan();
        while (rest.IndexOfAny("&<>\"\u00a0") is var i and >= 0)
        {
            html.Append(rest[..i]).Append(rest[i] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => quotes ? "&quot;" : "\"",
                _ => "&nbsp;",
            });
            rest = rest[(i + 1)..];
        }

        return html.Append(rest);
    }
}
