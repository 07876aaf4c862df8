using Blobpress.Site.Images;

namespace Blobpress.Site.Html;

/// <summary>A place of an article that is filled once it is known what became of its image.</summary>
/// <param name="Image">The image as the post names it.</param>
/// <param name="Keys">The keys of every address given for it, its own first: a thumbnail's beside the full size's.</param>
/// <param name="Alt">The text that stands for it; empty where the post gives none.</param>
/// <param name="Place">How it stands in the text.</param>
internal sealed record ImageSlot(ImageReference Image, IReadOnlyList<string> Keys, string Alt, ImagePlace Place)
{
    /// <summary>The image's title, which becomes its caption where it stands alone; or null.</summary>
    public string? Title { get; init; }

    /// <summary>For an image that stands alone: where a click on it leads, or null.</summary>
    public string? Link { get; init; }
}

/// <summary>How an image stands in the text.</summary>
internal enum ImagePlace
{
    /// <summary>Among words, or in a figure that the post wrote.</summary>
    Inline,

    /// <summary>Alone in its paragraph.</summary>
    Alone,

    /// <summary>The still picture of a video.</summary>
    Poster,
}
