using NetVips;

namespace Blobpress.Benchmarks.Images;

/// <summary>Structural similarity of luma (Wang, Bovik, Sheikh and Simoncelli 2004; Gaussian window of sigma 1.5), 1 for equal images.</summary>
internal static class Ssim
{
    private const double C1 = 0.01 * 255 * 0.01 * 255;
    private const double C2 = 0.03 * 255 * 0.03 * 255;

    public static double Of(Image reference, Image image)
    {
        using var x = Luma(reference);
        using var y = Luma(image);
        using var mx = Local(x);
        using var my = Local(y);
        using var xx = Local(x * x) - mx * mx;
        using var yy = Local(y * y) - my * my;
        using var xy = Local(x * y) - mx * my;
        using var map = (2 * mx * my + C1) * (2 * xy + C2) / ((mx * mx + my * my + C1) * (xx + yy + C2));
        return map.Avg();
    }

    private static Image Luma(Image image) => (image[0] * 0.299 + image[1] * 0.587 + image[2] * 0.114).CopyMemory();

    private static Image Local(Image image) => image.Gaussblur(1.5, precision: Enums.Precision.Float);
}
