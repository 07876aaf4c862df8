using System.Text;
using Blobpress.Site.Images;
using Blobpress.Site.Posts;

namespace Blobpress.Site.Html;

/// <summary>
/// The HTML of an article's images. Where there are so many that all their sizes would make the page too large, the first ones
/// have them, and those below only one.
/// </summary>
/// <param name="parts">The article.</param>
/// <param name="skipped">The index of a part whose image is left out, or -1.</param>
/// <param name="eager">True where the first image is to be loaded at once.</param>
/// <param name="sizes">CSS <c>sizes</c>.</param>
/// <param name="encoded">The image's files, or null where it is missing.</param>
internal sealed class SlotFilling(IReadOnlyList<ArticlePart> parts, int skipped, bool eager, string sizes, Func<ImageReference, EncodedImage?> encoded)
{
    /// <summary>What follows each part, empty where nothing does.</summary>
    /// <param name="room">The most bytes of all of it.</param>
    /// <exception cref="LimitException">It is more, even where each image has one size.</exception>
    public IReadOnlyList<string> Fill(OutputRoom room) => All(room.Bytes, whole: true) ?? Shortened(room);

    private List<string> Shortened(OutputRoom room)
    {
        var filled = All(room.Bytes, whole: false) ?? throw room.Exceeded();
        var left = room.Bytes - filled.Sum(Bytes);
        var first = eager;
        for (var at = 0; at < parts.Count; at++)
        {
            var whole = Html(at, first, whole: true);
            first &= !HasImage(at);
            left -= Bytes(whole) - Bytes(filled[at]);
            if (left < 0)
                break;
            filled[at] = whole;
        }

        return filled;
    }

    private List<string>? All(long room, bool whole)
    {
        var (filled, first) = (new List<string>(parts.Count), eager);
        for (var at = 0; at < parts.Count; at++)
        {
            filled.Add(Html(at, first, whole));
            first &= !HasImage(at);
            room -= Bytes(filled[^1]);
            if (room < 0)
                return null;
        }

        return filled;
    }

    // An image that a browser will fetch as soon as it meets it.
    private bool HasImage(int at) => at != skipped && parts[at].Slot is { Place: not ImagePlace.Poster } slot && encoded(slot.Image) is not null;

    private string Html(int at, bool first, bool whole)
    {
        if (at == skipped || parts[at].Slot is not { } slot)
            return "";
        var image = encoded(slot.Image);
        if (slot.Place == ImagePlace.Poster)
        {
            var poster = image is not null ? PictureHtml.FallbackUrl(image) : slot.Image.Source is ImageSource.Inline { Stays: true } inline ? inline.Uri : null;
            return poster is null ? "" : $" poster=\"{HtmlText.Escape(poster)}\"";
        }

        var shown = image is null ? Standing(slot) : whole ? PictureHtml.Render(image, Options(slot, first)) : PictureHtml.OfOneSize(image, Options(slot, first));
        return slot.Place == ImagePlace.Alone ? FigureHtml.Render(shown, slot.Title, slot.Link) : shown;
    }

    private PictureOptions Options(ImageSlot slot, bool first) =>
        new(slot.Alt, sizes) { Title = slot.Place == ImagePlace.Alone ? null : slot.Title, Eager = first, DeclaredWidth = slot.Image.Width };

    private static string Standing(ImageSlot slot) =>
        slot.Image.Source is ImageSource.Inline inline && InlineImage.Of(inline.Uri) is { CanStay: true } image
            ? PictureHtml.Inline(inline.Uri, slot.Alt, image.Width ?? slot.Image.Width, image.Height ?? slot.Image.Height)
            : ArticleRendering.Missing(slot.Image, slot.Alt);

    private static long Bytes(string html) => Encoding.UTF8.GetByteCount(html);
}
