using NetVips;

namespace Blobpress.Publishing.Images.Raster;

/// <summary>The crop that social sites show beside a link (Open Graph's recommended 1200x630).</summary>
internal static class SocialCard
{
    /// <summary>Pixels; a narrower image would be blown up more than twofold.</summary>
    public const int SmallestSource = 600;

    /// <summary>A JPEG of the part that draws the eye; transparency becomes white.</summary>
    public static byte[] Encode(Image still, EncodingJob job)
    {
        using var crop = still.ThumbnailImage(1200, 630, crop: Enums.Interesting.Attention);
        using var stops = job.Stop.Stops(crop);
        if (!crop.HasAlpha())
            return Encoders.Jpeg(crop, job.Settings.JpegQuality);
        using var flat = crop.Flatten(background: [255, 255, 255]);
        return Encoders.Jpeg(flat, job.Settings.JpegQuality);
    }
}
