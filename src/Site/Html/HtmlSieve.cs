using Blobpress.Site.Html.Tree;

namespace Blobpress.Site.Html;

/// <summary>
/// Takes out of a parsed body what is no part of an article, and takes unknown or empty wrappers off what they enclose,
/// so that a reader loses markup and not words.
/// </summary>
internal sealed class HtmlSieve(Element root)
{
    // Browsers flatten what nests deeper than 512 elements, each in its own way; no article comes near.
    private const int MaxDepth = 100;

    // Wrappers that keep neighbouring texts apart, though their own meaning is the page's business.
    private static readonly HashSet<string> PageParts =
        ["article", "aside", "main", "header", "footer", "nav", "center", "form", "fieldset", "address", "hgroup", "search", "dir", "menu", "body"];

    private int _depth;

    /// <summary>Sifts everything below <paramref name="root"/>.</summary>
    public static void Sift(Element root) => new HtmlSieve(root).Sift();

    private void Sift()
    {
        var node = root.FirstChild;
        while (node is not null)
            node = node is Element element ? Next(element) : Following(node);
    }

    private Node? Next(Element element)
    {
        if (!element.IsHtml || AllowedHtml.Dropped.Contains(element.LocalName))
            return Drop(element);
        if (_depth >= MaxDepth)
            return Flatten(element);
        if (PageParts.Contains(element.LocalName))
            return Down(Rename(element, "div"));
        return !AllowedHtml.Elements.Contains(element.LocalName) || IsStray(element)
            ? Unwrap(element)
            : Down(element);
    }

    // Code comments of C# that a post did not escape.
    private static bool IsStray(Element element) => element is { LocalName: "summary", Parent: not { LocalName: "details" } };

    private Node? Drop(Element element)
    {
        var next = Following(element);
        element.Remove();
        return next;
    }

    private Node? Unwrap(Element element)
    {
        var next = element.FirstChild ?? Following(element);
        element.Replace(element.TakeChildren());
        return next;
    }

    // All at once: one level after the other would move the whole rest each time.
    private Node? Flatten(Element element)
    {
        var next = Following(element);
        element.Replace(Texts(element));
        return next;
    }

    private static List<Node> Texts(Element element)
    {
        var (texts, rest) = (new List<Node>(), new Stack<Node>([element]));
        while (rest.TryPop(out var node))
        {
            if (node is TextNode)
                texts.Add(node);
            else if (node is Element { IsHtml: true } inner && !AllowedHtml.Dropped.Contains(inner.LocalName))
                foreach (var child in inner.ChildNodes.Reverse())
                    rest.Push(child);
        }

        return texts;
    }

    private static Element Rename(Element element, string name)
    {
        var centered = element.LocalName == "center";
        element.Rename(name);
        element.RemoveAttributes(_ => true);
        if (centered)
            element.SetAttribute("align", "center");
        return element;
    }

    private Node? Down(Element element)
    {
        if (element.FirstChild is not { } child)
            return Following(element);
        _depth++;
        return child;
    }

    private Node? Following(Node node)
    {
        while (node.Next is null)
        {
            node = node.Parent!;
            if (ReferenceEquals(node, root))
                return null;
            _depth--;
        }

        return node.Next;
    }
}
