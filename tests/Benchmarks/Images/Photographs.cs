using NetVips;

namespace Blobpress.Benchmarks.Images;

/// <summary>Photographs made for the benchmark, the same in every run: objects with edges, textures at every scale, sensor noise.</summary>
internal static class Photographs
{
    /// <summary>Writes a 1920x1095 and a 4000x3000 JPEG of quality 92.</summary>
    public static IReadOnlyList<string> Write(string folder) => [Write(folder, 1920, 1095), Write(folder, 4000, 3000)];

    private static string Write(string folder, int width, int height)
    {
        var file = Path.Combine(folder, $"photo{width}.jpg");
        using var photo = Make(width, height);
        photo.Jpegsave(file, q: 92);
        return file;
    }

    private static Image Make(int width, int height)
    {
        using var texture = Octaves(width, height, seed: 1);
        using var light = Image.Perlin(width, height, cellSize: width / 3, seed: 50);
        using var shapes = Image.Perlin(width, height, cellSize: width / 8, seed: 60);
        using var inside = (shapes > 0.05) / 255.0;
        var bands = Enumerable.Range(0, 3).Select(band => Band(band, texture, light, inside)).ToArray();
        using var joined = bands[0].Bandjoin(bands[1..]);
        using var bytes = joined.Cast(Enums.BandFormat.Uchar);
        using var photo = bytes.Copy(interpretation: Enums.Interpretation.Srgb);
        return photo.CopyMemory();
    }

    private static Image Band(int band, Image texture, Image light, Image inside)
    {
        double[] ground = [96, 128, 150], objects = [150, 90, 40];
        using var noise = Image.Gaussnoise(texture.Width, texture.Height, sigma: 2, mean: 0, seed: 70 + band);
        return ground[band] + light * 40 + inside * objects[band] * 0.5 + texture * (40 - 4 * band) + noise;
    }

    // Each octave half the size and two thirds of the strength of the one before, as in natural scenes.
    private static Image Octaves(int width, int height, int seed)
    {
        Image sum = Image.Black(width, height);
        var strength = 1.0;
        for (var cell = 256; cell >= 4; cell /= 2, strength *= 0.66)
        {
            using var octave = Image.Perlin(width, height, cellSize: cell, seed: seed + cell);
            sum += octave * strength;
        }

        return sum;
    }
}
