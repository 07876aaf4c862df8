using Blobpress.Site.Html.Tree;

namespace Blobpress.Site.Html;

/// <summary>
/// Takes out of a parsed body what is no part of an article, and takes unknown or empty wrappers off what they enclose,
/// so that a reader loses markup and not words.
/// </summary>
internal sealed class HtmlSieve
{
    // Browsers flatten what nests deeper than 512 elements, each in its own way; no article comes near.
    private const int MaxDepth = 100;

    // Wrappers that keep neighbouring texts apart, though their own meaning is the page's business.
    private static readonly HashSet<string> PageParts =
        ["article", "aside", "main", "header", "footer", "nav", "center", "form", "fieldset", "address", "hgroup", "search", "dir", "menu", "body", "dialog"];

    private readonly Element _root;
    private readonly Replacements _replacements;
    private int _depth;

    private HtmlSieve(Element root, SieveNotes notes) => (_root, _replacements) = (root, new(notes));

    /// <summary>Sifts everything below <paramref name="root"/>; notes what a reader will not find as it was written.</summary>
    public static void Sift(Element root, ArticleNotes notes) => new HtmlSieve(root, new(notes)).Sift();

    private void Sift()
    {
        var node = _root.FirstChild;
        while (node is not null)
            node = node is Element element ? Next(element) : Following(node);
    }

    private Node? Next(Element element)
    {
        if (_replacements.For(element) is { } others)
            return Replace(element, others);
        if (_depth >= MaxDepth)
            return Flatten(element);
        if (PageParts.Contains(element.LocalName))
            return Down(Rename(element, "div"));
        if (AllowedHtml.Elements.Contains(element.LocalName) && !IsStray(element))
            return Down(element);
        _replacements.Notes.Unwrap(element.LocalName);
        return Unwrap(element);
    }

    // Code comments of C# that a post did not escape.
    private static bool IsStray(Element element) => element is { LocalName: "summary", Parent: not { LocalName: "details" } };

    // What replaces an element is looked at next, for it may hold anything.
    private Node? Replace(Element element, IReadOnlyList<Node> others)
    {
        var next = others.Count > 0 ? others[0] : Following(element);
        element.Replace(others);
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
            else if (node is Element inner && !AllowedHtml.Code.Contains(inner.LocalName))
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
            if (ReferenceEquals(node, _root))
                return null;
            _depth--;
        }

        return node.Next;
    }
}
