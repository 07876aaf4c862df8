using System.Globalization;
using System.Text;
using Blobpress.Site.Images;

namespace Blobpress.Site.Html;

/// <summary>Fills the slots of a draft.</summary>
internal sealed class ArticleRendering(
    ArticleDraft draft, IReadOnlyList<ArticlePart> parts, IReadOnlyDictionary<string, ImageOutcome> outcomes, string sizes)
{
    private readonly StringBuilder _html = new();

    public Article Finish()
    {
        var cover = draft.Cover is { } reference ? Encoded(reference) : null;
        var placeholder = draft.Cover is { Source: not ImageSource.Unusable } missing && cover is null ? Missing(missing, "") : null;
        var repeated = (cover is not null || placeholder is not null) && RepeatsCover(cover);
        // What comes first on the page is asked for first.
        var eager = cover is null;
        foreach (var (part, index) in parts.Select((p, i) => (p, i)))
        {
            _html.Append(part.Html);
            if (part.Slot is { } slot && !(repeated && index == 0) && Fill(slot, eager))
                eager = false;
        }

        return new()
        {
            Html = _html.ToString().Trim('\n'),
            Excerpt = draft.Excerpt,
            Words = draft.Words,
            Cover = cover,
            CoverPlaceholder = placeholder,
            CoverInBody = repeated,
            CardImage = cover ?? parts.Select(p => p.Slot is { } s ? Encoded(s.Image) : null).FirstOrDefault(i => i is not null),
        };
    }

    // The same address, or the same bytes at another.
    private bool RepeatsCover(EncodedImage? cover) =>
        parts[0] is { Slot: { Place: ImagePlace.Alone } slot } first && string.IsNullOrWhiteSpace(first.Html)
        && (slot.Keys.Contains(draft.Cover!.Source.Key) || (cover is not null && Encoded(slot.Image)?.Hash == cover.Hash));

    // True where an image was put that a browser will fetch.
    private bool Fill(ImageSlot slot, bool eager)
    {
        var image = Encoded(slot.Image);
        if (slot.Place == ImagePlace.Poster)
        {
            if ((image is not null ? PictureHtml.FallbackUrl(image) : slot.Image.Source is ImageSource.Inline { Stays: true } inline ? inline.Uri : null) is { } poster)
                _html.Append(CultureInfo.InvariantCulture, $" poster=\"{HtmlText.Escape(poster)}\"");
            return false;
        }

        var alone = slot.Place == ImagePlace.Alone;
        var shown = image is not null ? PictureHtml.Render(image, Options(slot, eager)) : Standing(slot);
        _html.Append(alone ? FigureHtml.Render(shown, slot.Title, slot.Link) : shown);
        return image is not null;
    }

    private PictureOptions Options(ImageSlot slot, bool eager) =>
        new(slot.Alt, sizes) { Title = slot.Place == ImagePlace.Alone ? null : slot.Title, Eager = eager, DeclaredWidth = slot.Image.Width };

    private static string Standing(ImageSlot slot) =>
        slot.Image.Source is ImageSource.Inline inline && InlineImage.Of(inline.Uri) is { CanStay: true } image
            ? PictureHtml.Inline(inline.Uri, slot.Alt, image.Width ?? slot.Image.Width, image.Height ?? slot.Image.Height)
            : Missing(slot.Image, slot.Alt);

    private static string Missing(ImageReference image, string alt) => PictureHtml.Missing(alt, image.Width, image.Height);

    // One that is there goes before the last good copy of one that is not.
    private EncodedImage? Encoded(ImageReference reference) =>
        Ready(reference) ?? (reference.Other is { } other ? Ready(other) : null) ?? (outcomes.GetValueOrDefault(reference.Source.Key) as ImageOutcome.Missing)?.LastGood;

    private EncodedImage? Ready(ImageReference reference) => (outcomes.GetValueOrDefault(reference.Source.Key) as ImageOutcome.Ready)?.Image;
}
