using Blobpress.Site.Html.Tree;
using Blobpress.Site.Images;
using Blobpress.Site.Posts;

namespace Blobpress.Site.Html;

/// <summary>The images of an article, each bound to the element in whose place it will stand.</summary>
internal sealed class ImageSlots(string postName, OriginRules rules, ArticleNotes notes)
{
    private readonly Dictionary<Element, ImageSlot> _slots = [];
    private readonly ImageFinder _finder = new(postName, rules);

    /// <summary>The slot at an element, or null.</summary>
    public ImageSlot? At(Element element) => _slots.GetValueOrDefault(element);

    /// <summary>Makes an <c>img</c>, with the picture around it, a slot; takes it out where it shows nothing.</summary>
    public void Take(Element image)
    {
        var size = DeclaredSize.Of(image);
        var found = _finder.Find(image);
        var (alt, title) = (Text(image.GetAttribute("alt")), Text(image.GetAttribute("title")));
        if (image.Parent is { LocalName: "picture" } picture)
            picture.Replace(image);
        if (found.Count == 0 || size.IsTrackingPixel)
        {
            Leave(image, alt);
            return;
        }

        image.RemoveAttributes(_ => true);
        _slots[image] = Slot(found, size, alt ?? "", ImagePlace.Inline) with { Title = title };
    }

    /// <summary>Makes a video's poster a slot of the video.</summary>
    public void TakePoster(Element video, string poster)
    {
        var source = Origin.Resolve(poster, postName, rules);
        if (source is ImageSource.Remote or ImageSource.Asset or ImageSource.Unusable && !string.IsNullOrWhiteSpace(poster))
            _slots[video] = Slot([(poster, source)], DeclaredSize.Of(video), "", ImagePlace.Poster);
    }

    /// <summary>Lets the image that stands alone in a paragraph, perhaps as a link, stand in the paragraph's place.</summary>
    public void Promote(Element paragraph)
    {
        if (Only(paragraph) is not { } inner)
            return;
        var link = inner.LocalName == "a" ? inner : null;
        var image = link is null ? inner : Only(link);
        if (image is null || !_slots.Remove(image, out var slot))
            return;
        if (paragraph.Parent is { LocalName: "figure" or "li" or "td" or "th" })
        {
            _slots[image] = slot;
            paragraph.Replace(paragraph.TakeChildren());
        }
        else
        {
            _slots[paragraph] = slot with { Place = ImagePlace.Alone, Link = link?.GetAttribute("href") };
        }
    }

    // What can't be shown is told in words, where there are any.
    private void Leave(Element image, string? alt)
    {
        if (alt is not null)
            notes.Add(alt, $"The image \"{Excerpt.Of(alt, 60)}\" names no address that leads to a picture; its text is shown.");
        image.Replace(alt is null ? [] : [new TextNode(alt)]);
    }

    private static ImageSlot Slot(IReadOnlyList<(string Raw, ImageSource Source)> found, DeclaredSize size, string alt, ImagePlace place) =>
        new(new(found[0].Raw, found[0].Source, size.Width, size.Height), [.. found.Select(f => f.Source.Key)], alt, place);

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static Element? Only(Element parent)
    {
        Element? only = null;
        foreach (var node in parent.ChildNodes)
        {
            if (node is Element element)
            {
                if (element.LocalName == "br")
                    continue;
                if (only is not null)
                    return null;
                only = element;
            }
            else if (!string.IsNullOrWhiteSpace(node.TextContent))
            {
                return null;
            }
        }

        return only;
    }
}
