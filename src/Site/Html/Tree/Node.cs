namespace Blobpress.Site.Html.Tree;

/// <summary>
/// A part of a parsed body. Siblings are linked, so that taking out, putting in and going on cost the same however many there are.
/// </summary>
internal abstract class Node
{
    /// <summary>The element that holds it; null where it was taken out, and at the root.</summary>
    public Element? Parent { get; internal set; }

    public Node? Next { get; internal set; }

    public Node? Previous { get; internal set; }

    /// <summary>All text in it, in order.</summary>
    public abstract string TextContent { get; }

    /// <summary>Takes it out of its parent, with all it holds.</summary>
    public void Remove() => Parent?.Unlink(this);

    /// <summary>Puts others in its place; those that were elsewhere come from there. Without a parent nothing happens.</summary>
    public void Replace(params IReadOnlyList<Node> nodes)
    {
        if (Parent is not { } parent)
            return;
        foreach (var node in nodes)
            parent.InsertBefore(node, this);
        Remove();
    }
}
