using NetVips;

namespace Blobpress.Publishing.Tests.Images;

/// <summary>How far apart two images look: the mean difference of their pixels at 32x32 on white, 0 to 255.</summary>
internal static class Likeness
{
    public static double Distance(Image one, Image other)
    {
        using var a = Small(one);
        using var b = Small(other);
        using var difference = (a - b).Abs();
        return difference.Avg();
    }

    public static Image Decode(byte[] bytes) => Image.NewFromBuffer(bytes);

    private static Image Small(Image image)
    {
        using var upright = image.Autorot();
        using var srgb = upright.Colourspace(Enums.Interpretation.Srgb);
        using var flat = srgb.HasAlpha() ? srgb.Flatten(background: [255, 255, 255]) : srgb.Copy();
        using var bytes = flat.Cast(Enums.BandFormat.Uchar);
        return bytes.ThumbnailImage(32, 32, Enums.Size.Force).CopyMemory();
    }
}
