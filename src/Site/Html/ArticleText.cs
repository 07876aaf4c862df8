using System.Globalization;
using System.Text;
using Blobpress.Site.Html.Tree;

namespace Blobpress.Site.Html;

/// <summary>An article as plain text.</summary>
internal static class ArticleText
{
    /// <summary>
    /// The text before a <c>&lt;!-- more --&gt;</c> comment, else the first text; headings, code and footnote marks left out where
    /// there is other text. Comments must still be in the tree.
    /// </summary>
    public static string Lead(Element root)
    {
        var lead = new StringBuilder();
        Collect(root, lead, prose: true);
        if (string.IsNullOrWhiteSpace(lead.ToString()))
            Collect(root, lead, prose: false);
        return ExcerptText.Cut(lead.ToString());
    }

    /// <summary>Words of a text; a Chinese character, kana, Hangul syllable or formula counts as one.</summary>
    public static int Words(Element root)
    {
        var words = 0;
        foreach (var node in root.Descendants())
        {
            if (node is Element { LocalName: "math" })
                words++;
            if (node is not TextNode { Parent.IsHtml: true } text)
                continue;
            var within = false;
            foreach (var rune in text.Data.EnumerateRunes())
            {
                var letter = Rune.IsLetterOrDigit(rune) || (within && rune.Value is '\'' or '’' or '-' or '_');
                if (letter && (!within || IsCjk(rune)))
                    words++;
                within = letter && !IsCjk(rune);
            }
        }

        return words;
    }

    // False once the marker was met or there is enough.
    private static bool Collect(Node node, StringBuilder text, bool prose)
    {
        if (node is TextNode { Data: var data })
            text.Append(ExcerptText.Of(data));
        else if (node is CommentNode { Data: var comment } && comment.AsSpan().Trim().StartsWith("more", StringComparison.OrdinalIgnoreCase))
            return string.IsNullOrWhiteSpace(text.ToString());
        else if (node is Element formula && IsFormula(formula))
            text.Append(ExcerptText.Whole(formula.GetAttribute("alttext") ?? formula.TextContent));
        else if (node is Element element && !(prose && IsAside(element)))
            return Collect(element, text, prose);
        return text.Length < 4 * ExcerptText.MaxLength;
    }

    private static bool Collect(Element element, StringBuilder text, bool prose)
    {
        var apart = AllowedHtml.Blocks.Contains(element.LocalName) || element.LocalName is "br" or "td" or "th" or "tr";
        if (apart)
            text.Append(' ');
        foreach (var child in element.ChildNodes)
        {
            if (!Collect(child, text, prose))
                return false;
        }

        if (apart)
            text.Append(' ');
        return true;
    }

    private static bool IsAside(Element element) =>
        element.LocalName is "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "pre" or "table" or "figcaption" or "rt" or "rp"
        || element.GetAttribute("class") is "footnote-ref" or "footnotes" or "markdown-alert-title";

    private static bool IsFormula(Element element) => element.LocalName == "math" || (element.GetAttribute("class") == "math" && element.FirstChild is TextNode);

    private static bool IsCjk(Rune rune) => rune.Value is
        (>= 0x3040 and <= 0x30ff) or (>= 0x3400 and <= 0x4dbf) or (>= 0x4e00 and <= 0x9fff)
        or (>= 0xac00 and <= 0xd7af) or (>= 0xf900 and <= 0xfaff) or (>= 0x20000 and <= 0x3ffff)
        && Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherLetter;
}
