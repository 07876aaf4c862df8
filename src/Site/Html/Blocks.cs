using AngleSharp.Dom;

namespace Blobpress.Site.Html;

/// <summary>Gives tables, frames, footnotes, formulas, code and tasks the form that the theme styles and that keyboards and screen readers need.</summary>
internal static class Blocks
{
    // Whatever scrolls sideways must be reachable by keyboard (WCAG 2.1.1).
    private const string Reachable = "0";

    /// <summary>Shapes the blocks below <paramref name="root"/>.</summary>
    public static void Shape(IElement root)
    {
        foreach (var element in root.QuerySelectorAll("table,iframe,.footnotes,.math,pre,input").ToList())
        {
            switch (element.LocalName)
            {
                case "table" when element.Closest("table") == element:
                    Wrap(element, "table-wrap").SetAttribute("tabindex", Reachable);
                    break;
                case "iframe":
                    Wrap(element, "embed");
                    break;
                case "pre":
                    element.SetAttribute("tabindex", Reachable);
                    break;
                case "input":
                    Name(element);
                    break;
                case "div" when element.ClassName == "footnotes":
                    Footnotes(element);
                    break;
                case "span" or "div" when element.ClassName == "math":
                    Formula(element);
                    break;
            }
        }
    }

    private static IElement Wrap(IElement element, string name)
    {
        // A paragraph or heading ends where a parser meets a div.
        var wrap = element.Owner!.CreateElement(element.Closest("p,h1,h2,h3,h4,h5,h6,pre") is null ? "div" : "span");
        wrap.SetAttribute("class", name);
        element.Replace(wrap);
        wrap.AppendChild(element);
        return wrap;
    }

    // A task's box is called what stands beside it, up to the tasks below it.
    private static void Name(IElement box)
    {
        var text = string.Concat(box.ParentElement!.ChildNodes.TakeWhile(node => node is not IElement { LocalName: "ul" or "ol" }).Select(node => node.TextContent));
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 0)
            box.SetAttribute("aria-label", string.Join(' ', words));
    }

    private static void Footnotes(IElement notes)
    {
        if (notes.FirstElementChild is { LocalName: "hr" } rule)
            rule.Remove();
        var section = notes.Owner!.CreateElement("section");
        section.SetAttribute("class", "footnotes");
        section.Append([.. notes.ChildNodes]);
        notes.Replace(section);
    }

    // The delimiters are for scripts, and there are none on the page.
    private static void Formula(IElement formula)
    {
        var tex = formula.TextContent.Trim();
        if (tex.Length >= 4 && ((tex.StartsWith(@"\(", StringComparison.Ordinal) && tex.EndsWith(@"\)", StringComparison.Ordinal))
            || (tex.StartsWith(@"\[", StringComparison.Ordinal) && tex.EndsWith(@"\]", StringComparison.Ordinal))))
            formula.TextContent = tex[2..^2].Trim();
    }
}
