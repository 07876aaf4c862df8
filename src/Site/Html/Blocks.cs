using Blobpress.Site.Html.Tree;

namespace Blobpress.Site.Html;

/// <summary>Gives tables, frames, footnotes, formulas, code and tasks the form that the theme styles and that keyboards and screen readers need.</summary>
internal sealed class Blocks
{
    // Whatever scrolls sideways must be reachable by keyboard (WCAG 2.1.1).
    private const string Reachable = "0";

    private readonly Dictionary<Element, string> _tasks = [];

    private Blocks()
    {
    }

    /// <summary>Shapes the blocks below <paramref name="root"/>.</summary>
    public static void Shape(Element root)
    {
        var blocks = new Blocks();
        foreach (var element in root.Elements().ToList())
        {
            switch (element.LocalName)
            {
                case "table":
                    Wrap(element, "table-wrap").SetAttribute("tabindex", Reachable);
                    break;
                case "iframe":
                    Wrap(element, "embed");
                    break;
                case "pre":
                    element.SetAttribute("tabindex", Reachable);
                    break;
                case "input" when element.Parent is { } task:
                    blocks.Name(element, task);
                    break;
                case "div" when element.GetAttribute("class") == "footnotes":
                    Footnotes(element);
                    break;
                case "div" or "span" when element.GetAttribute("class") == "math" && element.FirstChild is Element { LocalName: "math" } math && IsLong(math):
                    element.SetAttribute("tabindex", Reachable);
                    break;
            }
        }
    }

    private static Element Wrap(Element element, string name)
    {
        // A paragraph or heading ends where a parser meets a div.
        var wrap = new Element(element.Closest(EndsAtBlock) is null ? "div" : "span");
        wrap.SetAttribute("class", name);
        element.Replace(wrap);
        wrap.Append(element);
        return wrap;
    }

    // A task's box is called what stands beside it, up to the tasks below it.
    private void Name(Element box, Element task)
    {
        if (!_tasks.TryGetValue(task, out var name))
            _tasks[task] = name = NameOf(task);
        if (name.Length > 0)
            box.SetAttribute("aria-label", name);
    }

    private static string NameOf(Element task) =>
        PlainText.Of(string.Concat(task.ChildNodes.TakeWhile(node => node is not Element { LocalName: "ul" or "ol" }).Select(node => node.TextContent)));

    private static void Footnotes(Element notes)
    {
        if (notes.Children.FirstOrDefault() is { LocalName: "hr" } rule)
            rule.Remove();
        notes.Rename("section");
        notes.RemoveAttributes(attribute => attribute.Name != "class");
    }

    // What may be wider than a narrow screen.
    private static bool IsLong(Element math) => math.GetAttribute("alttext") is { Length: > 30 };

    private static bool EndsAtBlock(Element element) => element.LocalName is "p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "pre";
}
