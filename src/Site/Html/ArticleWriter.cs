using System.Text;
using Blobpress.Site.Html.Tree;
using Blobpress.Site.Posts;

namespace Blobpress.Site.Html;

/// <summary>Writes a body as HTML (HTML, "Serializing HTML fragments"), cut where images will stand.</summary>
/// <remarks>
/// Angle brackets are escaped in attributes too, and nothing is written that the elements of <see cref="AllowedHtml"/> would read
/// as raw text, so that a browser reads back the very tree that was sanitized.
/// </remarks>
internal sealed class ArticleWriter(ImageSlots slots, OutputLimit limit)
{
    // A picture in its shortest form, without its alternative text.
    private const int LeastSlot = 60;

    private readonly StringBuilder _html = new();
    private readonly List<ArticlePart> _parts = [];

    /// <summary>The content of <paramref name="root"/>.</summary>
    /// <exception cref="LimitException">It is more than a page may hold.</exception>
    public static IReadOnlyList<ArticlePart> Write(Element root, ImageSlots slots, OutputLimit limit)
    {
        var writer = new ArticleWriter(slots, limit);
        foreach (var child in root.ChildNodes)
        {
            writer.Write(child);
            if (child is Element)
                writer._html.Append('\n');
        }

        writer.Cut(null);
        // Images that no room is left for need not be fetched.
        limit.Check(writer._parts.Sum(part => part.Slot is { } slot ? LeastSlot + slot.Alt.Length : 0L));
        return writer._parts;
    }

    // The sieve bounds the depth, so the recursion is bounded too.
    private void Write(Node node)
    {
        if (node is TextNode text)
            HtmlText.Append(_html, text.Data, quotes: false);
        else if (node is Element element)
            Write(element);
    }

    private void Write(Element element)
    {
        var slot = slots.At(element);
        if (slot is { Place: not ImagePlace.Poster })
        {
            Cut(slot);
            return;
        }

        // A text has at least as many bytes as characters, so that this is enough until it is cut.
        limit.Check(_html.Length);
        _html.Append('<').Append(element.LocalName);
        foreach (var attribute in element.Attributes)
            Write(attribute);
        if (slot is not null)
            Cut(slot);
        _html.Append('>');
        if (AllowedHtml.Void.Contains(element.LocalName))
            return;
        // A parser drops the line end after the tag: one that belongs to the text needs another before it.
        if (element.LocalName == "pre" && element.FirstChild is TextNode { Data: ['\n', ..] })
            _html.Append('\n');
        if (element.LocalName != "iframe")
            foreach (var child in element.ChildNodes)
                Write(child);
        _html.Append("</").Append(element.LocalName).Append('>');
    }

    private void Write(Tree.Attribute attribute)
    {
        _html.Append(' ').Append(attribute.Name);
        if (attribute.Value.Length == 0)
            return;
        _html.Append("=\"");
        HtmlText.Append(_html, attribute.Value, quotes: true);
        _html.Append('"');
        limit.Check(_html.Length);
    }

    private void Cut(ImageSlot? slot)
    {
        var html = _html.ToString();
        limit.Spend(html);
        _parts.Add(new(html, slot));
        _html.Clear();
    }
}
