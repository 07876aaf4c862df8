using Blobpress.Site.Images;
using Blobpress.Site.Settings;
using Blobpress.Site.Urls;

namespace Blobpress.Site.Html;

/// <summary>The picture that social networks show with a link; <paramref name="Url"/> is absolute, sizes are pixels.</summary>
internal sealed record SocialImage(string Url, int Width, int Height)
{
    private const int CardWidth = 1200;
    private const int CardHeight = 630;

    /// <summary>The card's crop, else the widest JPEG or PNG, for not every network reads newer formats; null where there is neither.</summary>
    public static SocialImage? Of(SiteSettings settings, EncodedImage? image)
    {
        if (image is null)
            return null;
        if (image.SocialCard)
            return new(AbsoluteUrl.Of(settings, SitePaths.SocialCard(image.Hash).Url), CardWidth, CardHeight);

        var widest = image.Variants.Where(variant => variant.Format is ImageFormat.Jpeg or ImageFormat.Png).MaxBy(variant => variant.Width);
        return widest is null
            ? null
            : new(AbsoluteUrl.Of(settings, SitePaths.Variant(image.Hash, widest).Url), widest.Width, widest.Height);
    }
}
