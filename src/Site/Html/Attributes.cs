using Blobpress.Site.Html.Formulas;
using Blobpress.Site.Html.Tree;

namespace Blobpress.Site.Html;

/// <summary>What is kept of an element's classes and style.</summary>
internal static class Attributes
{
    /// <summary>Reads the alignment of each element below <paramref name="root"/> before the gate takes the styles.</summary>
    public static IReadOnlyList<(Element Element, string Alignment)> Alignments(Element root)
    {
        var found = new List<(Element, string)>();
        foreach (var element in root.Elements())
        {
            var (style, align) = (element.GetAttribute("style"), element.GetAttribute("align"));
            if ((style ?? align) is not null && InlineStyle.Alignment(style, align) is { } alignment && Matters(element, alignment))
                found.Add((element, alignment));
        }

        return found;
    }

    /// <summary>
    /// Keeps known classes; puts alignments back as the only styles; takes spans off that are left with nothing to say.
    /// </summary>
    public static void Settle(Element root, IReadOnlyList<(Element Element, string Alignment)> alignments)
    {
        var elements = root.Elements().ToList();
        foreach (var element in elements)
        {
            if (element.GetAttribute("class") is { } classes)
                SetOrRemove(element, "class", element.IsHtml ? Known(classes) : KnownMath(classes));
        }

        foreach (var (element, alignment) in alignments)
            element.SetAttribute("style", "text-align: " + alignment);
        foreach (var span in elements.Where(e => e.LocalName == "span" && e.Attributes.Count == 0))
            span.Replace(span.TakeChildren());
    }

    // Text is set to the left anyway, but not the heads of a table's columns; justified text is the old page's taste.
    private static bool Matters(Element element, string alignment) => element.LocalName switch
    {
        "th" or "td" => alignment is not "justify",
        "p" or "div" or "section" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "figcaption" => alignment is "center" or "right" or "end",
        _ => false,
    };

    private static string Known(string classes) => string.Join(' ', classes
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(c => c.StartsWith("lang-", StringComparison.OrdinalIgnoreCase) ? "language-" + c[5..] : c)
        .Where(c => AllowedHtml.Classes.Contains(c) || IsLanguage(c)));

    private static string KnownMath(string classes) =>
        string.Join(' ', classes.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(MathMl.Classes.Contains));

    private static bool IsLanguage(string name) =>
        name.StartsWith("language-", StringComparison.Ordinal) && name.Length is > 9 and < 40
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '+' or '#' or '.' or '_');

    private static void SetOrRemove(Element element, string name, string value)
    {
        if (value.Length == 0)
            element.RemoveAttribute(name);
        else
            element.SetAttribute(name, value);
    }
}
