using System.Text;
using Blobpress.Site.Images;

namespace Blobpress.Site.Html;

/// <summary>Fills the slots of a draft.</summary>
internal sealed class ArticleRendering(
    ArticleDraft draft, IReadOnlyList<ArticlePart> parts, IReadOnlyDictionary<string, ImageOutcome> outcomes, string sizes, OutputRoom room)
{
    public Article Finish()
    {
        var cover = draft.Cover is { } reference ? Encoded(reference) : null;
        var placeholder = draft.Cover is { Source: not ImageSource.Unusable } missing && cover is null ? Missing(missing, "") : null;
        var repeated = (cover is not null || placeholder is not null) && RepeatsCover(cover);
        // What comes first on the page is asked for first.
        var slots = new SlotFilling(parts, repeated ? 0 : -1, eager: cover is null, sizes, Encoded);
        return new()
        {
            Html = Join(slots.Fill(room)).Trim('\n'),
            Excerpt = draft.Excerpt,
            Words = draft.Words,
            Cover = cover,
            CoverPlaceholder = placeholder,
            CoverInBody = repeated,
            CardImage = cover ?? parts.Select(p => p.Slot is { } s ? Encoded(s.Image) : null).FirstOrDefault(i => i is not null),
        };
    }

    private string Join(IReadOnlyList<string> filled)
    {
        var html = new StringBuilder();
        for (var at = 0; at < parts.Count; at++)
            html.Append(parts[at].Html).Append(filled[at]);
        return html.ToString();
    }

    // The same address, or the same bytes at another.
    private bool RepeatsCover(EncodedImage? cover) =>
        parts[0] is { Slot: { Place: ImagePlace.Alone } slot } first && string.IsNullOrWhiteSpace(first.Html)
        && (slot.Keys.Contains(draft.Cover!.Source.Key) || (cover is not null && Encoded(slot.Image)?.Hash == cover.Hash));

    internal static string Missing(ImageReference image, string alt) => PictureHtml.Missing(alt, image.Width, image.Height);

    // One that is there goes before the last good copy of one that is not.
    private EncodedImage? Encoded(ImageReference reference) =>
        Ready(reference) ?? (reference.Other is { } other ? Ready(other) : null) ?? (outcomes.GetValueOrDefault(reference.Source.Key) as ImageOutcome.Missing)?.LastGood;

    private EncodedImage? Ready(ImageReference reference) => (outcomes.GetValueOrDefault(reference.Source.Key) as ImageOutcome.Ready)?.Image;
}
