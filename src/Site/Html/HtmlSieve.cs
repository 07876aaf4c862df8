using AngleSharp.Dom;

namespace Blobpress.Site.Html;

/// <summary>
/// Takes out of a parsed body what is no part of an article, and takes unknown or empty wrappers off what they enclose,
/// so that a reader loses markup and not words.
/// </summary>
internal sealed class HtmlSieve(IElement root)
{
    // Browsers flatten what nests deeper than 512 elements, each in its own way; no article comes near.
    private const int MaxDepth = 100;

    // Wrappers that keep neighbouring texts apart, though their own meaning is the page's business.
    private static readonly HashSet<string> PageParts =
        ["article", "aside", "main", "header", "footer", "nav", "center", "form", "fieldset", "address", "hgroup", "search", "dir", "menu", "body"];

    private int _depth;

    /// <summary>Sifts everything below <paramref name="root"/>.</summary>
    public static void Sift(IElement root) => new HtmlSieve(root).Sift();

    private void Sift()
    {
        var node = root.FirstChild;
        while (node is not null)
            node = node is IElement element ? Next(element) : Following(node);
    }

    private INode? Next(IElement element)
    {
        if (element.NamespaceUri != NamespaceNames.HtmlUri || AllowedHtml.Dropped.Contains(element.LocalName))
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
    private static bool IsStray(IElement element) => element is { LocalName: "summary", ParentElement: not { LocalName: "details" } };

    private INode? Drop(IElement element)
    {
        var next = Following(element);
        element.Remove();
        return next;
    }

    private INode? Unwrap(IElement element)
    {
        var next = element.FirstChild ?? Following(element);
        while (element.FirstChild is { } child)
            element.Parent!.InsertBefore(child, element);
        element.Remove();
        return next;
    }

    // All at once: one level after the other would move the whole rest each time.
    private INode? Flatten(IElement element)
    {
        var next = Following(element);
        element.Replace([.. Texts(element)]);
        return next;
    }

    private static List<INode> Texts(IElement element)
    {
        var (texts, rest) = (new List<INode>(), new Stack<INode>([element]));
        while (rest.TryPop(out var node))
        {
            if (node is IText)
                texts.Add(node);
            else if (node is IElement inner && inner.NamespaceUri == NamespaceNames.HtmlUri && !AllowedHtml.Dropped.Contains(inner.LocalName))
                foreach (var child in node.ChildNodes.Reverse())
                    rest.Push(child);
        }

        return texts;
    }

    private static IElement Rename(IElement element, string name)
    {
        var renamed = element.Owner!.CreateElement(name);
        if (element.LocalName == "center")
            renamed.SetAttribute("align", "center");
        renamed.AppendNodes([.. element.ChildNodes]);
        element.Replace(renamed);
        return renamed;
    }

    private INode? Down(IElement element)
    {
        if (element.FirstChild is not { } child)
            return Following(element);
        _depth++;
        return child;
    }

    private INode? Following(INode node)
    {
        while (node.NextSibling is null)
        {
            node = node.Parent!;
            if (ReferenceEquals(node, root))
                return null;
            _depth--;
        }

        return node.NextSibling;
    }
}
