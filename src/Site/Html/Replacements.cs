using Blobpress.Site.Html.Tree;

namespace Blobpress.Site.Html;

/// <summary>What stands on a page for elements that may not: what they would show, where they show something.</summary>
internal sealed class Replacements(SieveNotes notes)
{
    public SieveNotes Notes { get; } = notes;

    /// <summary>The nodes that replace an element; null where it is left to others.</summary>
    public IReadOnlyList<Node>? For(Element element)
    {
        if (!element.IsHtml)
            return element.LocalName == "math" ? [Formula(element)] : Left(element);
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
                return [Formula(tex)];
            default:
                return null;
        }
    }

    private List<Node> Left(Element element)
    {
        Notes.Words(element.LocalName, element.TextContent);
        return [];
    }

    private List<Node> Script(Element script)
    {
        // MathJax keeps formulas in scripts.
        if (script.GetAttribute("type")?.StartsWith("math/tex", StringComparison.OrdinalIgnoreCase) == true)
            return [Formula(script.TextContent)];
        Notes.Inactive("script");
        return [];
    }

    private static Element Formula(Element math) => Formula(Tex(math) ?? PlainText.Of(math.TextContent));

    private static Element Formula(string tex)
    {
        var formula = new Element("span");
        formula.SetAttribute("class", "math");
        formula.Append(new TextNode(tex.Trim()));
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
        var shown = new Element(type.StartsWith("image/", StringComparison.OrdinalIgnoreCase) || Images.AssetPath.IsPicture(address) ? "img" : "iframe");
        shown.SetAttribute("src", address);
        foreach (var name in (ReadOnlySpan<string>)["width", "height", "title", "alt"])
        {
            if (element.GetAttribute(name) is { } value)
                shown.SetAttribute(name, value);
        }

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
