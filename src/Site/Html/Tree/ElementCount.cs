using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;
using Blobpress.Site.Posts;

namespace Blobpress.Site.Html.Tree;

/// <summary>
/// Watches a parser as it works. Where formatting is left open, each paragraph opens all of it again, so that a short text can
/// make any number of elements; and every step looks through the elements that are open.
/// </summary>
/// <param name="inner">Makes the elements.</param>
/// <param name="cancel">Ends the parsing.</param>
internal sealed class ElementCount(IElementFactory<Document, HtmlElement> inner, CancellationToken cancel) : IElementFactory<Document, HtmlElement>
{
    /// <summary>The most elements of one text: nearly a thousand times what a page has.</summary>
    public const int MaxElements = 150_000;

    /// <summary>The most elements within each other; what stays below <see cref="NestingLimit"/> never comes so far.</summary>
    public const int MaxDepth = 1_500;

    private const int MaxAttributes = 200;

    // Depth grows by one an element, so it is enough to look now and then.
    private const int CheckEvery = 64;

    private IElement? _last;
    private int _made;
    private int _created;

    public HtmlElement Create(Document document, string localName, string? prefix = null, NodeFlags flags = NodeFlags.None)
    {
        if (++_made > MaxElements)
            throw TooMuch();
        if (_made % CheckEvery == 0)
            Check();
        var element = inner.Create(document, localName, prefix, flags);
        _last = element;
        return element;
    }

    /// <summary>For each element that a tag makes, of SVG and MathML too.</summary>
    public void OnCreated(IElement element, TextPosition position)
    {
        if (++_created > MaxElements)
            throw TooMuch();
        if (_created % CheckEvery == 0)
            Check();
        _last = element;
    }

    /// <summary>False for attributes beyond those that any element has: a parser compares them with each other.</summary>
    public static bool IsKept(ref StructHtmlToken token, ReadOnlyMemory<char> name) => token.Attributes.Count < MaxAttributes;

    private void Check()
    {
        cancel.ThrowIfCancellationRequested();
        var depth = 0;
        for (var element = _last; element is not null; element = element.ParentElement)
            depth++;
        if (depth > MaxDepth)
            throw new LimitException($"The HTML nests more than {MaxDepth:N0} elements deep.");
    }

    private static LimitException TooMuch() => new($"The HTML makes more than {MaxElements:N0} elements.");
}
