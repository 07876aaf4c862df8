using AngleSharp.Dom;

namespace Blobpress.Site.Html;

/// <summary>Makes an article a plain sequence of blocks: wrappers that say nothing off, loose text in paragraphs, empty paragraphs out.</summary>
internal sealed class Paragraphs
{
    private readonly IElement _root;
    private readonly List<INode> _blocks = [];
    private IElement? _current;
    private string? _style;

    private Paragraphs(IElement root) => _root = root;

    /// <summary>Orders the children of <paramref name="root"/>.</summary>
    public static void Order(IElement root)
    {
        foreach (var paragraph in root.QuerySelectorAll("p").Where(p => !ReferenceEquals(p.ParentElement, root)).ToList())
            Settle(paragraph);
        var order = new Paragraphs(root);
        order.Flow(root);
        order.Flush();
        foreach (var child in root.ChildNodes.ToList())
            child.RemoveFromParent();
        root.Append([.. order._blocks]);
    }

    // A paragraph within something else: gone where it is empty, unwrapped where a parser would end it early.
    private static void Settle(IElement paragraph)
    {
        if (IsEmpty(paragraph))
            paragraph.Remove();
        else if (HasBlock(paragraph))
            paragraph.Replace([.. paragraph.ChildNodes]);
    }

    private void Flow(IElement container)
    {
        foreach (var node in container.ChildNodes.ToList())
        {
            if (node is not IElement element)
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

    private void FlowApart(IElement wrapper)
    {
        Flush();
        var outer = _style;
        _style = wrapper.GetAttribute("style") ?? outer;
        Flow(wrapper);
        Flush();
        _style = outer;
    }

    private void Block(IElement block)
    {
        Flush();
        if (IsEmpty(block))
            return;
        if (_style is not null && block.LocalName is ("p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6") && !block.HasAttribute("style"))
            block.SetAttribute("style", _style);
        _blocks.Add(block);
    }

    private void Add(INode node)
    {
        if (_current is null)
        {
            if (node is IText text && string.IsNullOrWhiteSpace(text.Data))
                return;
            if (node is IElement { LocalName: "br" })
                return;
            _current = _root.Owner!.CreateElement("p");
            if (_style is not null)
                _current.SetAttribute("style", _style);
        }

        _current.AppendChild(node);
    }

    private void Flush()
    {
        if (_current is { } paragraph && !IsEmpty(paragraph))
        {
            if (paragraph.FirstChild is IText first)
                first.Data = first.Data.TrimStart();
            if (paragraph.LastChild is IText last)
                last.Data = last.Data.TrimEnd();
            _blocks.Add(paragraph);
        }

        _current = null;
    }

    // Two line breaks in a row are how old editors end a paragraph.
    private static bool IsBreak(IElement br)
    {
        var next = br.NextSibling;
        while (next is IText text && string.IsNullOrWhiteSpace(text.Data))
            next = next.NextSibling;
        return next is null or IElement { LocalName: "br" };
    }

    private static bool IsNoise(IElement element) =>
        AllowedHtml.Grouping.Contains(element.LocalName) && !element.HasAttribute("class") && !element.HasAttribute("id");

    private static bool HasBlock(IElement element) => element.GetDescendants().Any(d => d is IElement e && AllowedHtml.Blocks.Contains(e.LocalName));

    private static bool IsEmpty(IElement element) =>
        element.LocalName is "p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "div" or "section" or "figure" or "ul" or "ol" or "blockquote"
        && element.GetDescendants().All(IsNothing);

    private static bool IsNothing(INode node) => node switch
    {
        IText text => text.Data.All(c => char.IsWhiteSpace(c) || c is '\u200b' or '\u200c' or '\u200d' or '\ufeff' or '\u2060'),
        IElement element => element.LocalName is not ("img" or "iframe" or "video" or "audio" or "hr" or "input" or "table"),
        _ => true,
    };
}
