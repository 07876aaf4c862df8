using Blobpress.Site.Html.Markup;
using Blobpress.Site.Html.Tree;
using Blobpress.Site.Images;

namespace Blobpress.Site.Html;

/// <summary>What stands on a page for elements that may not: what they would show, where they show something.</summary>
internal sealed class Replacements(SieveNotes notes)
{
    private static readonly string[] Sources = ["src", "data-src", "data-original"];

    public SieveNotes Notes { get; } = notes;

    /// <summary>The nodes that replace an element; null where it is left to others.</summary>
    public IReadOnlyList<Node>? For(Element element)
    {
        if (!element.IsHtml)
            return element.LocalName == "math" ? [Formula(Tex(element) ?? PlainText.Of(element.TextContent), Tex(element) is not null, element.GetAttribute("display") == "block")] : Left(element);
        if (AllowedHtml.Dropped.Contains(element.LocalName))
            return [];
        switch (element.LocalName)
        {
            case "script":
                return Script(element);
            case "style":
                return [];
            case "noscript":
                return IsRepeated(element) ? [] : element.TakeChildren();
            case "object":
                return Object(element);
            case "embed":
                return Embedded(element, "src");
            case "select" or "datalist":
                Notes.Inactive(element.LocalName);
                return Choices(element);
            case "button":
                Notes.Inactive(element.LocalName);
                return element.TakeChildren();
            case "input" when Caption(element) is { } caption:
                Notes.Inactive(element.LocalName);
                return [new TextNode(caption)];
            case "span" when HasClass(element, "katex") && Tex(element) is { } tex:
                return [Formula(tex, true, element.Closest(e => HasClass(e, "katex-display")) is not null)];
            case "input" when "image".Equals(element.GetAttribute("type"), StringComparison.OrdinalIgnoreCase) && element.HasAttribute("src"):
                Notes.Inactive("input");
                return [Picture(element, element.GetAttribute("src")!)];
            case "input" when !"checkbox".Equals(element.GetAttribute("type"), StringComparison.OrdinalIgnoreCase):
                return Field(element);
            default:
                return KnownElements.IsKnown(element.LocalName) || AddressOf(element) is not { } address ? null : [Picture(element, address), .. element.TakeChildren()];
        }
    }

    private List<Node> Left(Element element)
    {
        if (element.LocalName == "svg")
            Notes.Drawing(element.TextContent);
        else
            Notes.Words(element.LocalName, element.TextContent);
        return [];
    }

    // What nobody sees is not missed, nor are marks to click on.
    private List<Node> Field(Element input)
    {
        if (input.GetAttribute("type")?.ToLowerInvariant() is not ("hidden" or "radio" or "range" or "color"))
            Notes.Words("input", $"{input.GetAttribute("value")} {input.GetAttribute("placeholder")}");
        return [];
    }

    // An element of somebody's own, such as <amp-img>, that names a picture as an <img> would.
    private static string? AddressOf(Element element) => Sources.Select(element.GetAttribute).FirstOrDefault(value => value is not null && AssetPath.IsPicture(value));

    // Named so that a copy of it in a <noscript> beside it is known for one.
    private static Element Picture(Element element, string address)
    {
        var picture = new Element("img");
        picture.SetAttribute("data-src", address);
        CopyTo(picture, element);
        return picture;
    }

    private static void CopyTo(Element shown, Element element)
    {
        foreach (var name in (ReadOnlySpan<string>)["width", "height", "title", "alt"])
        {
            if (element.GetAttribute(name) is { } value)
                shown.SetAttribute(name, value);
        }
    }

    private List<Node> Script(Element script)
    {
        // MathJax keeps formulas in scripts.
        if (script.GetAttribute("type")?.StartsWith("math/tex", StringComparison.OrdinalIgnoreCase) == true)
            return [Formula(script.TextContent, true, script.GetAttribute("type")!.Contains("display", StringComparison.OrdinalIgnoreCase))];
        Notes.Inactive("script");
        return [];
    }

    // What was read from a page's own TeX says so; the text of a formula without any is no TeX.
    private static Element Formula(string text, bool isTex, bool display)
    {
        var formula = new Element("span");
        formula.SetAttribute("class", "math");
        formula.SetAttribute("data-open", isTex ? display ? "$$" : "$" : "text");
        formula.Append(new TextNode(text.Trim()));
        return formula;
    }

    private static string? Tex(Element element) => element.Elements()
        .FirstOrDefault(e => e.LocalName == "annotation" && e.GetAttribute("encoding")?.Contains("tex", StringComparison.OrdinalIgnoreCase) == true)?.TextContent;

    // Lazy pictures have themselves once more beside them, for browsers without scripts.
    private static bool IsRepeated(Element noscript)
    {
        var images = noscript.Elements().Where(e => e.LocalName == "img").ToList();
        return images.Count > 0 && string.IsNullOrWhiteSpace(noscript.TextContent) && (IsPicture(Beside(noscript, n => n.Previous)) || IsPicture(Beside(noscript, n => n.Next)));
    }

    private static Node? Beside(Node node, Func<Node, Node?> step)
    {
        var beside = step(node);
        while (beside is TextNode text && string.IsNullOrWhiteSpace(text.Data) || beside is CommentNode)
            beside = step(beside);
        return beside;
    }

    private static bool IsPicture(Node? node) => node is Element { LocalName: "img" or "picture" } image
        && (image.LocalName == "picture" || image.Attributes.Any(a => a.Name.StartsWith("data-", StringComparison.Ordinal)));

    // HTML 4.8.7: its content is shown where the file itself is not.
    private static List<Node> Object(Element element)
    {
        var shown = element.Elements().Any(e => e.LocalName is "img" or "embed" or "object" or "video" or "iframe") || !string.IsNullOrWhiteSpace(element.TextContent);
        return shown ? [.. element.TakeChildren()] : Embedded(element, "data");
    }

    private static List<Node> Embedded(Element element, string attribute)
    {
        if (element.GetAttribute(attribute) is not { Length: > 0 } address)
            return [];
        var type = element.GetAttribute("type") ?? "";
        var shown = new Element(type.StartsWith("image/", StringComparison.OrdinalIgnoreCase) || AssetPath.IsPicture(address) ? "img" : "iframe");
        shown.SetAttribute("src", address);
        CopyTo(shown, element);
        return [shown];
    }

    private static List<Node> Choices(Element element)
    {
        var nodes = new List<Node>();
        foreach (var text in element.Descendants().OfType<TextNode>().Where(text => !string.IsNullOrWhiteSpace(text.Data)))
            nodes.Add(new TextNode((nodes.Count > 0 ? " / " : "") + PlainText.Of(text.Data)));
        return nodes;
    }

    private static string? Caption(Element input) =>
        input.GetAttribute("type")?.ToLowerInvariant() is "submit" or "button" or "reset" && input.GetAttribute("value") is { Length: > 0 } value ? value : null;

    private static bool HasClass(Element element, string name) =>
        element.GetAttribute("class")?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Contains(name) == true;
}
