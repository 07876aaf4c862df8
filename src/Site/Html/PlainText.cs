using System.Text;
using Blobpress.Site.Html.Tree;

namespace Blobpress.Site.Html;

/// <summary>Text as readers see it.</summary>
internal static class PlainText
{
    /// <summary>Trimmed, and each stretch of white space a single blank.</summary>
    public static string Of(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The text of an element, formulas as the text that stands for them.</summary>
    public static string Of(Element element)
    {
        var text = new StringBuilder();
        foreach (var node in element.Descendants())
        {
            if (node is TextNode { Parent.IsHtml: true, Data: var data })
                text.Append(data);
            else if (node is Element { IsHtml: false } formula)
                text.Append(formula.GetAttribute("alttext"));
        }

        return Of(text.ToString());
    }
}
