using Blobpress.Site.Html.Tree;
using Blobpress.Site.Images;
using Blobpress.Site.Posts;

namespace Blobpress.Site.Html;

/// <summary>The images of an article, each bound to the element in whose place it will stand.</summary>
internal sealed class ImageSlots(string postName, OriginRules rules, ArticleNotes notes)
{
    // Of an address or a text in a note.
    private const int Shown = 60;

    private readonly Dictionary<Element, ImageSlot> _slots = [];
    private readonly ImageFinder _finder = new(postName, rules);
    private readonly HashSet<string> _backgrounds = new(StringComparer.Ordinal);

    /// <summary>The slot at an element, or null.</summary>
    public ImageSlot? At(Element element) => _slots.GetValueOrDefault(element);

    /// <summary>Makes an <c>img</c>, with the picture around it, a slot; takes it out where it shows nothing.</summary>
    public void Take(Element image)
    {
        var size = DeclaredSize.Of(image);
        var found = _finder.Find(image);
        var written = image.GetAttribute("src") ?? "";
        var (alt, title) = (Text(image.GetAttribute("alt")), Text(image.GetAttribute("title")));
        if (image.Parent is { LocalName: "picture" } picture)
            picture.Replace(image);
        if (found.Count == 0 || size.IsTrackingPixel)
        {
            Leave(image, written, alt, size.IsTrackingPixel);
            return;
        }

        image.RemoveAttributes(_ => true);
        _slots[image] = Slot(found, size, alt ?? "", ImagePlace.Inline) with { Title = title };
    }

    /// <summary>Makes a video's poster a slot of the video.</summary>
    public void TakePoster(Element video, string poster)
    {
        if (!string.IsNullOrWhiteSpace(poster))
            _slots[video] = Slot([(poster, Origin.Resolve(poster, postName, rules))], DeclaredSize.Of(video), "", ImagePlace.Poster);
    }

    /// <summary>Puts a video's poster in the place of a video that can't be played.</summary>
    public void TakeInstead(Element video, string poster)
    {
        _slots.Remove(video);
        var image = new Element("img");
        image.SetAttribute("src", poster);
        video.Replace([image, .. video.TakeChildren()]);
        Take(image);
    }

    /// <summary>Tells of the pictures that an element shows behind its text, which no page here does.</summary>
    public void TellBackground(Element element)
    {
        var style = element.GetAttribute("style");
        var value = style is null ? null : InlineStyle.Value(style, "background-image") ?? InlineStyle.Value(style, "background");
        var address = value is not null ? AddressIn(value) : element.LocalName is "table" or "td" or "th" or "tr" ? element.GetAttribute("background") : null;
        if (!string.IsNullOrWhiteSpace(address) && _backgrounds.Add(address))
            notes.Add(address, $"The picture {Excerpt.Of(address, Shown)} stands behind text, and is left out; put it into the text as an image to have it shown.");
    }

    // CSS Values 3, 4.5: url(x), url("x").
    private static string? AddressIn(string value)
    {
        var start = value.IndexOf("url(", StringComparison.OrdinalIgnoreCase);
        var end = start < 0 ? -1 : value.IndexOf(')', start);
        return end < 0 ? null : value[(start + 4)..end].Trim().Trim('"', '\'');
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
    private void Leave(Element image, string written, string? alt, bool isPixel)
    {
        var name = Excerpt.Of(written, Shown);
        notes.Add(alt ?? (written.Length > 0 ? written : "<img"), (alt, isPixel) switch
        {
            (_, true) => $"The image {name} is one pixel large, as those are that count readers, and is left out.",
            (null, _) when name.Length > 0 => $"The image {name} only keeps the place of one that is named nowhere, and is left out.",
            (null, _) => "An image without an address is left out.",
            _ => $"The image \"{Excerpt.Of(alt, Shown)}\" names no address that leads to a picture; its text is shown.",
        });
        image.Replace(alt is null ? [] : [new TextNode(alt)]);
    }

    private ImageSlot Slot(IReadOnlyList<(string Raw, ImageSource Source)> found, DeclaredSize size, string alt, ImagePlace place)
    {
        var (first, other) = OwnFolder.Of(found[0].Raw, found[0].Source, postName, rules);
        var reference = new ImageReference(found[0].Raw, first, size.Width, size.Height);
        return new(other is null ? reference : reference with { Other = reference with { Source = other } }, [.. found.Select(f => f.Source.Key).Append(first.Key).Distinct()], alt, place);
    }

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
