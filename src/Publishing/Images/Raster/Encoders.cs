using Blobpress.Site.Images;
using Blobpress.Site.Settings;
using NetVips;

namespace Blobpress.Publishing.Images.Raster;

/// <summary>Writes pixels in the site's formats, without any metadata.</summary>
internal static class Encoders
{
    /// <summary>One encoded file.</summary>
    /// <param name="image">8-bit sRGB; JPEG takes no transparency.</param>
    /// <param name="format">The format; lossless where <paramref name="flat"/> and the format can.</param>
    /// <param name="settings">Qualities.</param>
    /// <param name="flat">A drawing or a screenshot, which lossless coding keeps crisp and small.</param>
    /// <param name="stop">Gives the work up.</param>
    public static byte[] Encode(Image image, ImageFormat format, ImageSettings settings, bool flat, CancellationToken stop)
    {
        using var stops = stop.Stops(image);
        return format switch
        {
            ImageFormat.Jpeg => Jpeg(image, settings.JpegQuality),
            ImageFormat.Webp => flat ? LosslessWebp(image) : Webp(image, settings.WebpQuality),
            ImageFormat.Avif => Avif(image, settings.AvifQuality),
            ImageFormat.Png => Png(image),
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };
    }

    public static string ContentType(ImageFormat format) => format switch
    {
        ImageFormat.Svg => "image/svg+xml",
        _ => "image/" + format.ToString().ToLowerInvariant(),
    };

    public static byte[] Jpeg(Image image, int quality) =>
        image.JpegsaveBuffer(q: quality, optimizeCoding: true, keep: Enums.ForeignKeep.None);

    public static byte[] Png(Image image) =>
        image.PngsaveBuffer(compression: 7, filter: Enums.ForeignPngFilter.All, keep: Enums.ForeignKeep.None);

    // Effort 2 takes 0.4 of the time of the library's own 4 (3 does as 4) for more bytes and less likeness. Decoding once instead
    // of for each width wins back a part of both, the quality steps the rest.
    private static byte[] Webp(Image image, int quality)
    {
        var q = Math.Clamp(quality + QualityStep(image.Width * image.Height), 1, 100);
        return image.WebpsaveBuffer(q: q, effort: 2, keep: Enums.ForeignKeep.None);
    }

    // The fewer pixels, the more each loss shows and the fewer bytes it takes to avoid it. About 320, 640, 960, 1280 and 1920
    // pixels of width in a photograph of 16:9 or 4:3.
    private static int QualityStep(int pixels) => pixels switch
    {
        <= 100_000 => 4,
        <= 400_000 => 2,
        <= 900_000 => 1,
        <= 1_500_000 => -1,
        _ => -3,
    };

    private static byte[] LosslessWebp(Image image) =>
        image.WebpsaveBuffer(lossless: true, effort: 3, keep: Enums.ForeignKeep.None);

    private static byte[] Avif(Image image, int quality) =>
        image.HeifsaveBuffer(q: quality, compression: Enums.ForeignHeifCompression.Av1, effort: 3, bitdepth: 8, keep: Enums.ForeignKeep.None);
}
