using Blobpress.Site.Urls;

namespace Blobpress.Site.Images;

/// <summary>Where the files of an image lie.</summary>
public static class EncodedImageFiles
{
    /// <summary>Every file of an image.</summary>
    public static IReadOnlyList<SitePath> Files(this EncodedImage image) =>
        [.. image.Variants.Select(variant => SitePaths.Variant(image.Hash, variant)), .. image.SocialCard ? [SitePaths.SocialCard(image.Hash)] : Array.Empty<SitePath>()];
}
