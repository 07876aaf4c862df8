using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Metadata;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace Blobpress.Publishing.Tests.Images;

/// <summary>
/// Reads images with ImageSharp, which has no part in making them, so that no fault of the library that makes them can hide in
/// its own reading. Pixels are compared on white, from 0 to 255.
/// </summary>
internal static class Judge
{
    /// <summary>What a reader's browser would show of a file: the first frame, upright.</summary>
    public static Image<Rgba32> Read(ReadOnlyMemory<byte> file)
    {
        var image = Image.Load<Rgba32>(file.Span);
        image.Mutate(pixels => pixels.AutoOrient());
        return image;
    }

    /// <summary>What a file says of its format and of the picture, besides its pixels.</summary>
    public static (string MediaType, ImageMetadata Metadata) Identify(ReadOnlyMemory<byte> file)
    {
        using var image = Image.Load(file.ToArray(), out var format);
        return (format.DefaultMimeType, image.Metadata);
    }

    /// <summary>How far apart two images of any sizes are in their colours: the mean difference, and the largest in any of 16 by 16 fields.</summary>
    public static (double Mean, double Largest) Difference(Image<Rgba32> one, Image<Rgba32> other)
    {
        var differences = Fields(one).Zip(Fields(other), (a, b) => Math.Abs(a - b)).ToList();
        return (differences.Average(), differences.Max());
    }

    /// <summary>The pixels as they are, row by row.</summary>
    public static Rgba32[] Pixels(Image<Rgba32> image)
    {
        var pixels = new Rgba32[image.Width * image.Height];
        image.CopyPixelDataTo(pixels);
        return pixels;
    }

    private static IEnumerable<double> Fields(Image<Rgba32> image)
    {
        using var small = image.Clone(pixels => pixels.BackgroundColor(Color.White).Resize(16, 16, KnownResamplers.Box));
        return Pixels(small).SelectMany(pixel => new double[] { pixel.R, pixel.G, pixel.B });
    }
}
