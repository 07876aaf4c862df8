using Blobpress.Site.Settings;

namespace Blobpress.Site.Images;

/// <summary>Which files are made of an image. The page's srcset and the files both come from this plan.</summary>
public static class VariantPlan
{
    /// <summary>A width that makes up more than this part of the next is not worth a file of its own.</summary>
    private const double Near = 0.8;

    /// <summary>The variants of an image, format by format as given and ascending by width within each.</summary>
    /// <param name="width">Pixels of the upright source, at least 1.</param>
    /// <param name="height">Pixels of the upright source, at least 1.</param>
    /// <param name="formats">Best first; a format that cannot hold the largest size is left out.</param>
    /// <param name="settings">The widths wanted.</param>
    public static IReadOnlyList<Variant> Of(int width, int height, IReadOnlyList<ImageFormat> formats, ImageSettings settings)
    {
        var sizes = Widths(width, settings.Widths).Select(w => (Width: w, Height: HeightAt(w, width, height))).ToList();
        return
        [
            .. from format in formats
               where Holds(format, sizes[^1].Width, sizes[^1].Height)
               from size in sizes
               select new Variant(size.Width, size.Height, format),
        ];
    }

    /// <summary>The widths to make, ascending: never above the image's own, which itself is made where it is below the largest wanted.</summary>
    /// <param name="width">The image's own width in pixels.</param>
    /// <param name="wanted">Widths in pixels, ascending; at least one.</param>
    public static IReadOnlyList<int> Widths(int width, IReadOnlyList<int> wanted)
    {
        var widths = new List<int> { Math.Min(width, wanted[^1]) };
        foreach (var candidate in wanted.Reverse())
        {
            if (candidate < widths[0] * Near)
                widths.Insert(0, candidate);
        }

        return widths;
    }

    /// <summary>Whether a format can be as large: WebP and AVIF end at 16,383 pixels a side, JPEG at 65,500.</summary>
    public static bool Holds(ImageFormat format, int width, int height) => Math.Max(width, height) <= format switch
    {
        ImageFormat.Webp or ImageFormat.Avif => 16_383,
        ImageFormat.Jpeg => 65_500,
        _ => int.MaxValue,
    };

    private static int HeightAt(int width, int ownWidth, int ownHeight) =>
        Math.Max(1, (int)Math.Round((double)ownHeight * width / ownWidth, MidpointRounding.AwayFromZero));
}
