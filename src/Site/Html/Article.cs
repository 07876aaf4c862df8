using Blobpress.Site.Images;

namespace Blobpress.Site.Html;

/// <summary>A post's body as its page shows it.</summary>
public sealed record Article
{
    /// <summary>Sanitized; without the image that the cover above it already shows.</summary>
    public required string Html { get; init; }

    /// <summary>Plain text, at most 200 characters.</summary>
    public required string Excerpt { get; init; }

    /// <summary>Words, a CJK character counting as one.</summary>
    public required int Words { get; init; }

    /// <summary>The header image that the front matter names, or a last good copy of it; null where there is none to show.</summary>
    public EncodedImage? Cover { get; init; }

    /// <summary>The HTML that stands in the header image's place where it could not be had, or null.</summary>
    public string? CoverPlaceholder { get; init; }

    /// <summary>True where the body began with the header image, which was left out of <see cref="Html"/>.</summary>
    public bool CoverInBody { get; init; }

    /// <summary>The image for cards and social previews: the cover, else the first of the body; null where there is none.</summary>
    public EncodedImage? CardImage { get; init; }
}
