namespace Blobpress.Site.Images;

/// <summary>One place of a post that shows an image.</summary>
/// <param name="Raw">The URL or path as written.</param>
/// <param name="Source">Where the image really is.</param>
/// <param name="Width">The width the post declares in pixels (width, data-width, data-size, imgwidth), or null.</param>
/// <param name="Height">The height the post declares in pixels, or null.</param>
public sealed record ImageReference(string Raw, ImageSource Source, int? Width, int? Height)
{
    /// <summary>Another place where it may be, if it is not at the first; or null.</summary>
    public ImageReference? Other { get; init; }
}
