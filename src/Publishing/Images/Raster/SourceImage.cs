using System.Runtime.InteropServices;
using Blobpress.Site.Images.Metadata;
using NetVips;

namespace Blobpress.Publishing.Images.Raster;

/// <summary>A source opened as far as its header.</summary>
/// <param name="Bytes">The whole file; empty where <paramref name="Bitmap"/> is given.</param>
/// <param name="Type">What the bytes are.</param>
/// <param name="Width">Pixels, upright.</param>
/// <param name="Height">Pixels of one frame, upright.</param>
/// <param name="Frames">1 for a still image.</param>
/// <param name="Bitmap">The formats that libvips does not read.</param>
internal sealed record SourceImage(byte[] Bytes, SourceType Type, int Width, int Height, int Frames, Bitmap? Bitmap = null)
{
    public long Pixels => (long)Width * Height * Frames;

    /// <exception cref="VipsException">The header cannot be read.</exception>
    /// <exception cref="InvalidDataException">A bitmap or icon is broken or of an unknown kind.</exception>
    public static SourceImage Open(ReadOnlyMemory<byte> source)
    {
        var type = SourceTypes.Of(source.Span);
        return type switch
        {
            SourceType.Ico => OpenIcon(source),
            SourceType.Bmp => OpenBitmap(BitmapReader.Open(source)),
            _ => OpenHeader(Bare(source), type),
        };
    }

    private static SourceImage OpenIcon(ReadOnlyMemory<byte> source)
    {
        var entry = IconReader.Largest(source);
        return SourceTypes.Of(entry.Span) == SourceType.Png
            ? OpenHeader(Bare(entry), SourceType.Png)
            : OpenBitmap(BitmapReader.OpenIconEntry(entry));
    }

    private static SourceImage OpenBitmap(Bitmap bitmap) => new([], SourceType.Bmp, bitmap.Width, bitmap.Height, 1, bitmap);

    // Comments may be packed a thousandfold, and libvips unpacks them all. Nothing of them is shown.
    private static byte[] Bare(ReadOnlyMemory<byte> source)
    {
        var bare = ImageMetadata.Strip(source);
        return MemoryMarshal.TryGetArray(bare, out var array) && array.Offset == 0 && array.Count == array.Array!.Length ? array.Array : bare.ToArray();
    }

    private static SourceImage OpenHeader(byte[] bytes, SourceType type)
    {
        using var image = Image.NewFromBuffer(bytes, access: Enums.Access.Sequential);
        var sideways = Number(image, "orientation", 1) is >= 5 and <= 8;
        var (width, height) = sideways ? (image.Height, image.Width) : (image.Width, image.Height);
        var frames = type is SourceType.Gif or SourceType.Webp ? Number(image, "n-pages", 1) : 1;
        return new(bytes, type, width, height, frames);
    }

    private static int Number(Image image, string field, int otherwise) => image.Contains(field) ? (int)image.Get(field) : otherwise;
}
