using NetVips;

namespace Blobpress.Publishing.Tests.Images;

/// <summary>Images made for one test each.</summary>
internal static class TestImages
{
    /// <summary>The smallest PNG there is: one pixel.</summary>
    public static byte[] Pixel { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>Soft shapes and grain, as a camera gives them; different in each corner, so that turning it shows.</summary>
    public static Image Photo(int width, int height)
    {
        using var xy = Image.Xyz(width, height);
        using var noise = Image.Gaussnoise(width, height, sigma: 6, mean: 0, seed: 7);
        using var cloud = Image.Perlin(width, height, cellSize: 64, seed: 7);
        using var red = xy[0] * (200.0 / width) + 30 + cloud * 20 + noise;
        using var green = xy[1] * (200.0 / height) + 30 + cloud * 20 + noise;
        using var blue = red * -0.5 + 150 + noise;
        using var joined = red.Bandjoin(green, blue);
        using var bytes = joined.Cast(Enums.BandFormat.Uchar);
        return bytes.Copy(interpretation: Enums.Interpretation.Srgb).CopyMemory();
    }

    public static byte[] PhotoJpeg(int width, int height)
    {
        using var photo = Photo(width, height);
        return photo.JpegsaveBuffer(q: 90);
    }

    /// <summary>A chart: few colours, hard edges.</summary>
    public static byte[] DrawingPng(int width, int height)
    {
        using var paper = Image.Black(width, height, bands: 3) + new double[] { 250, 250, 255 };
        using var drawn = paper.Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb).Mutate(m =>
        {
            for (var i = 0; i < 12; i++)
                m.DrawRect([20 * i, 200 - 10 * i, 60], 20 + i * width / 14, height / 3 + i * 9, width / 20, height / 2, fill: true);
        });
        return drawn.PngsaveBuffer();
    }

    /// <summary>Frames of one colour each: red, green, blue and so on.</summary>
    public static byte[] Gif(int width, int height, int frames)
    {
        double[][] colors = [[255, 0, 0], [0, 255, 0], [0, 0, 255]];
        var pages = Enumerable.Range(0, frames).Select(i => (Image.Black(width, height, bands: 3) + colors[i % 3]).Cast(Enums.BandFormat.Uchar));
        using var tall = Image.Arrayjoin(pages.ToArray(), across: 1).Copy(interpretation: Enums.Interpretation.Srgb);
        using var animation = tall.Mutate(m =>
        {
            m.Set(GValue.GIntType, "page-height", height);
            m.Set(GValue.ArrayIntType, "delay", Enumerable.Repeat(70, frames).ToArray());
            m.Set(GValue.GIntType, "loop", 3);
        });
        return animation.GifsaveBuffer();
    }
}
