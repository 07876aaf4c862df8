using System.Text;

namespace Blobpress.Site.Html.Tree;

/// <summary>An element.</summary>
/// <param name="name">Its local name, in lower case for elements of HTML.</param>
/// <param name="isHtml">False for SVG, MathML and what is within them.</param>
internal sealed class Element(string name, bool isHtml = true) : Node
{
    private List<Attribute>? _attributes;

    public string LocalName { get; private set; } = name;

    /// <summary>True for an element of HTML.</summary>
    public bool IsHtml { get; } = isHtml;

    public Node? FirstChild { get; private set; }

    public Node? LastChild { get; private set; }

    /// <summary>In the order in which they were written.</summary>
    public IReadOnlyList<Attribute> Attributes => _attributes ?? (IReadOnlyList<Attribute>)[];

    /// <summary>Its children, as they are when asked for one after the other.</summary>
    public IEnumerable<Node> ChildNodes
    {
        get
        {
            for (var node = FirstChild; node is not null; node = node.Next)
                yield return node;
        }
    }

    /// <summary>Its children that are elements.</summary>
    public IEnumerable<Element> Children => ChildNodes.OfType<Element>();

    public override string TextContent
    {
        get
        {
            if (FirstChild is TextNode only && only.Next is null)
                return only.Data;
            var text = new StringBuilder();
            foreach (var node in Descendants().OfType<TextNode>())
                text.Append(node.Data);
            return text.ToString();
        }
    }

    /// <summary>All below it, in the order of the text. Don't change the tree meanwhile.</summary>
    public IEnumerable<Node> Descendants()
    {
        var node = FirstChild;
        while (node is not null)
        {
            yield return node;
            node = (node as Element)?.FirstChild ?? Following(node);
        }
    }

    /// <summary>All elements below it, in the order of the text. Don't change the tree meanwhile.</summary>
    public IEnumerable<Element> Elements() => Descendants().OfType<Element>();

    /// <summary>Itself or the nearest element around it that is such; null where none is.</summary>
    public Element? Closest(Func<Element, bool> isSuch)
    {
        var element = this;
        while (element is not null && !isSuch(element))
            element = element.Parent;
        return element;
    }

    /// <summary>The value of an attribute, or null.</summary>
    public string? GetAttribute(string attribute) => _attributes?.Find(a => a.Name == attribute)?.Value;

    public bool HasAttribute(string attribute) => _attributes?.Exists(a => a.Name == attribute) == true;

    /// <summary>Sets an attribute, in its place where there is one, else behind the others.</summary>
    public void SetAttribute(string attribute, string value)
    {
        if (_attributes?.Find(a => a.Name == attribute) is { } there)
            there.Value = value;
        else
            (_attributes ??= []).Add(new(attribute, value));
    }

    public void RemoveAttribute(string attribute) => _attributes?.RemoveAll(a => a.Name == attribute);

    public void RemoveAttributes(Predicate<Attribute> are) => _attributes?.RemoveAll(are);

    /// <summary>Makes it another element, with the same attributes and children.</summary>
    public void Rename(string name) => LocalName = name;

    /// <summary>Puts a node behind the last child.</summary>
    public void Append(Node node) => InsertBefore(node, null);

    /// <summary>Puts a node before a child, or behind the last one.</summary>
    public void InsertBefore(Node node, Node? child)
    {
        node.Remove();
        node.Parent = this;
        node.Next = child;
        node.Previous = child is null ? LastChild : child.Previous;
        if (node.Previous is null)
            FirstChild = node;
        else
            node.Previous.Next = node;
        if (child is null)
            LastChild = node;
        else
            child.Previous = node;
    }

    /// <summary>Takes its children out, and gives them.</summary>
    public IReadOnlyList<Node> TakeChildren()
    {
        List<Node> children = [.. ChildNodes];
        foreach (var child in children)
            Unlink(child);
        return children;
    }

    internal void Unlink(Node node)
    {
        if (node.Previous is null)
            FirstChild = node.Next;
        else
            node.Previous.Next = node.Next;
        if (node.Next is null)
            LastChild = node.Previous;
        else
            node.Next.Previous = node.Previous;
        (node.Parent, node.Previous, node.Next) = (null, null, null);
    }

    private Node? Following(Node node)
    {
        while (node.Next is null)
        {
            if (ReferenceEquals(node.Parent, this) || node.Parent is null)
                return null;
            node = node.Parent;
        }

        return node.Next;
    }
}
