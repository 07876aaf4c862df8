using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Blobpress.Site.Posts;

namespace Blobpress.Site.Html.Tree;

/// <summary>Reads HTML as browsers do (HTML, "Parsing HTML documents"; by AngleSharp).</summary>
internal static class HtmlReader
{
    private static readonly IElementFactory<Document, HtmlElement> Elements =
        BrowsingContext.New(Configuration.Default).GetService<IElementFactory<Document, HtmlElement>>()!;

    /// <summary>The body of a text.</summary>
    /// <param name="html">What stands within the body.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="LimitException">It makes too many elements, or they nest too deeply.</exception>
    public static Element Read(string html, CancellationToken cancel)
    {
        var count = new ElementCount(Elements, cancel);
        // Scripts are off, so that <noscript> is read as elements; frames would take the body's place.
        var options = new HtmlParserOptions
        {
            IsScripting = false,
            IsNotSupportingFrames = true,
            MaximumDepth = ElementCount.MaxDepth * 2,
            OnCreated = count.OnCreated,
            ShouldEmitAttribute = ElementCount.IsKept,
        };
        var context = BrowsingContext.New(Configuration.Default.WithOnly<IElementFactory<Document, HtmlElement>>(count));
        using var document = new HtmlParser(options, context).ParseDocument("<!doctype html><body>" + html);
        return Copy(document.Body!);
    }

    // Its siblings are arrays, in which taking out and going on costs as much as there are of them.
    internal static Element Copy(IElement body)
    {
        var root = new Element(body.LocalName);
        var open = new Stack<(INode From, Element To)>([(body, root)]);
        while (open.TryPop(out var next))
        {
            var children = next.From is IHtmlTemplateElement template ? template.Content.ChildNodes : next.From.ChildNodes;
            for (var at = 0; at < children.Length; at++)
            {
                var child = Copy(children[at]);
                if (child is null)
                    continue;
                next.To.Append(child);
                if (child is Element element)
                    open.Push((children[at], element));
            }
        }

        return root;
    }

    private static Node? Copy(INode node)
    {
        switch (node)
        {
            case IText text:
                return new TextNode(text.Data);
            case IComment comment:
                return new CommentNode(comment.Data);
            case IElement element:
                var copy = new Element(element.LocalName, element.NamespaceUri == NamespaceNames.HtmlUri);
                foreach (var attribute in element.Attributes)
                    copy.SetAttribute(attribute.Name, attribute.Value);
                return copy;
            default:
                return null;
        }
    }
}
