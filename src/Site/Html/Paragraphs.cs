using Blobpress.Site.Html.Tree;

namespace Blobpress.Site.Html;

/// <summary>Makes an article a plain sequence of blocks: wrappers that say nothing off, loose text in paragraphs, empty paragraphs out.</summary>
internal sealed class Paragraphs
{
    private readonly Element _root;
    private readonly List<Node> _blocks = [];
    private Element? _current;
    private string? _style;

    private Paragraphs(Element root) => _root = root;

    /// <summary>Orders the children of <paramref name="root"/>.</summary>
    public static void Order(Element root)
    {
        foreach (var paragraph in root.Elements().Where(e => e.LocalName == "p" && !ReferenceEquals(e.Parent, root)).ToList())
            Settle(paragraph);
        var order = new Paragraphs(root);
        order.Flow(root);
        order.Flush();
        root.TakeChildren();
        foreach (var block in order._blocks)
            root.Append(block);
    }

    // A paragraph within something else: gone where it is empty, unwrapped where a parser would end it early.
    private static void Settle(Element paragraph)
    {
        if (IsEmpty(paragraph))
            paragraph.Remove();
        else if (HasBlock(paragraph))
            paragraph.Replace(paragraph.TakeChildren());
    }

    private void Flow(Element container)
    {
        foreach (var node in container.ChildNodes.ToList())
        {
            if (node is not Element element)
                Add(node);
            else if (IsNoise(element) || (element.LocalName == "p" && HasBlock(element)))
                FlowApart(element);
            else if (AllowedHtml.Blocks.Contains(element.LocalName))
                Block(element);
            else if (element.LocalName == "br" && IsBreak(element))
                Flush();
            else if (element.LocalName is not "a" && HasBlock(element))
                FlowApart(element);
            else
                Add(element);
        }
    }

    private void FlowApart(Element wrapper)
    {
        Flush();
        var outer = _style;
        _style = wrapper.GetAttribute("style") ?? outer;
        Flow(wrapper);
        Flush();
        _style = outer;
    }

    private void Block(Element block)
    {
        Flush();
        if (IsEmpty(block))
            return;
        if (_style is not null && block.LocalName is ("p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6") && !block.HasAttribute("style"))
            block.SetAttribute("style", _style);
        _blocks.Add(block);
    }

    private void Add(Node node)
    {
        if (_current is null)
        {
            if (node is TextNode text && string.IsNullOrWhiteSpace(text.Data))
                return;
            if (node is Element { LocalName: "br" })
                return;
            _current = new Element("p");
            if (_style is not null)
                _current.SetAttribute("style", _style);
        }

        _current.Append(node);
    }

    private void Flush()
    {
        if (_current is { } paragraph && !IsEmpty(paragraph))
        {
            if (paragraph.FirstChild is TextNode first)
                first.Data = first.Data.TrimStart();
            if (paragraph.LastChild is TextNode last)
                last.Data = last.Data.TrimEnd();
            _blocks.Add(paragraph);
        }

        _current = null;
    }

    // Two line breaks in a row are how old editors end a paragraph.
    private static bool IsBreak(Element br)
    {
        var next = br.Next;
        while (next is TextNode text && string.IsNullOrWhiteSpace(text.Data))
            next = next.Next;
        return next is null or Element { LocalName: "br" };
    }

    private static bool IsNoise(Element element) =>
        AllowedHtml.Grouping.Contains(element.LocalName) && !element.HasAttribute("class") && !element.HasAttribute("id");

    private static bool HasBlock(Element element) => element.Elements().Any(e => AllowedHtml.Blocks.Contains(e.LocalName));

    private static bool IsEmpty(Element element) =>
        element.LocalName is "p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "div" or "section" or "figure" or "ul" or "ol" or "blockquote"
        && element.Descendants().All(IsNothing);

    private static bool IsNothing(Node node) => node switch
    {
        TextNode text => text.Data.All(c => char.IsWhiteSpace(c) || c is '\u200b' or '\u200c' or '\u200d' or '\ufeff' or '\u2060'),
        Element element => element.LocalName is not ("img" or "iframe" or "video" or "audio" or "hr" or "input" or "table"),
        _ => true,
    };
}
