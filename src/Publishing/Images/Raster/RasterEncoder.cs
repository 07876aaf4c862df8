using Blobpress.Site.Images;
using Blobpress.Site.Settings;
using Blobpress.Site.Urls;
using NetVips;

namespace Blobpress.Publishing.Images.Raster;

/// <summary>Plans an image's variants, then makes them.</summary>
internal static class RasterEncoder
{
    /// <exception cref="VipsException">The source is truncated or broken.</exception>
    public static ResizeResult Encode(SourceImage source, EncodingJob job)
    {
        var top = VariantPlan.Of(source.Width, source.Height, [ImageFormat.Png], job.Settings)[^1];
        using var still = Decoder.Still(source, top.Width, top.Height, job.Stop);
        var drawing = Flatness.MayBeDrawing(still);
        var fallback = Fallback(still, drawing, job);
        var plan = VariantPlan.Of(source.Width, source.Height, Formats(source, fallback, job.Settings), job.Settings);
        using var sizes = new Sizes(still, job.Stop);
        var files = new Dictionary<Variant, byte[]>();
        foreach (var variant in plan.OrderByDescending(v => v.Width))
            files[variant] = source.Frames > 1 && variant.Format == ImageFormat.Webp
                ? Animation.Encode(source, variant, job.Settings, job.Stop)
                : Encoders.Encode(sizes.Of(variant), variant.Format, job.Settings, flat: drawing && fallback == ImageFormat.Png, job.Stop);
        return Result(source, job, still, plan, files);
    }

    private static ResizeResult.Encoded Result(
        SourceImage source, EncodingJob job, Image still, IReadOnlyList<Variant> plan, Dictionary<Variant, byte[]> made)
    {
        var files = plan.Select(v => new ImageFile(SitePaths.Variant(job.Hash, v), made[v], Encoders.ContentType(v.Format))).ToList();
        var card = job.SocialCard && source.Width >= SocialCard.SmallestSource;
        if (card)
            files.Add(new(SitePaths.SocialCard(job.Hash), SocialCard.Encode(still, job), "image/jpeg"));
        var image = new EncodedImage
        {
            Hash = job.Hash,
            Width = source.Width,
            Height = source.Height,
            Color = AverageColor.Of(still),
            Animated = source.Frames > 1,
            Variants = plan,
            SocialCard = card,
        };
        return new(image, files);
    }

    // The animation's own format moves; AVIF of its first frame would win over it and stand still.
    private static IReadOnlyList<ImageFormat> Formats(SourceImage source, ImageFormat fallback, ImageSettings settings) =>
        settings.Avif && source.Frames == 1
            ? [ImageFormat.Avif, ImageFormat.Webp, fallback]
            : [ImageFormat.Webp, fallback];

    // PNG where something shows through, where JPEG cannot be as large, or where a drawing comes out smaller.
    private static ImageFormat Fallback(Image still, bool drawing, EncodingJob job)
    {
        using var stops = job.Stop.Stops(still);
        if (still.HasAlpha() || !VariantPlan.Holds(ImageFormat.Jpeg, still.Width, still.Height))
            return ImageFormat.Png;
        return drawing && Encoders.Png(still).Length <= Encoders.Jpeg(still, job.Settings.JpegQuality).Length
            ? ImageFormat.Png
            : ImageFormat.Jpeg;
    }
}
