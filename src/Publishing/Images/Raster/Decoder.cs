using NetVips;

namespace Blobpress.Publishing.Images.Raster;

/// <summary>Decodes sources to upright 8-bit sRGB, 3 bands, or 4 where something shows through.</summary>
internal static class Decoder
{
    /// <summary>The still image (the first frame of an animation) at exactly this size, in memory.</summary>
    /// <exception cref="VipsException">The source is truncated or broken.</exception>
    public static Image Still(SourceImage source, int width, int height, CancellationToken stop)
    {
        if (source.Bitmap is { } bitmap)
        {
            using var whole = Image.NewFromMemory(BitmapReader.Decode(bitmap), bitmap.Width, bitmap.Height, 4, Enums.BandFormat.Uchar);
            using var tagged = whole.Copy(interpretation: Enums.Interpretation.Srgb);
            using var resized = tagged.ThumbnailImage(width, height, Enums.Size.Force);
            return Normal(resized, stop);
        }

        try
        {
            return Load(source.Bytes, width, height, "truncated", stop);
        }
        catch (VipsException) when (source.Type == SourceType.Jpeg && !source.Bytes.AsSpan().EndsWith(EndOfImage) && !stop.IsCancellationRequested)
        {
            // Some cameras and editors leave the end marker off; every pixel is there, or the decoder warns.
            return Load([.. source.Bytes, .. EndOfImage], width, height, "warning", stop);
        }
    }

    /// <summary>All frames of an animation at this size each, one below the other, decoded as they are read.</summary>
    public static Image Frames(SourceImage source, int width, int height) => Image.ThumbnailBuffer(
        source.Bytes, width, "[n=-1,fail_on=truncated]", height, Enums.Size.Force, outputProfile: "srgb");

    private static ReadOnlySpan<byte> EndOfImage => [0xFF, 0xD9];

    private static Image Load(byte[] bytes, int width, int height, string failOn, CancellationToken stop)
    {
        // The loader takes fail_on from the option string; thumbnail_buffer's own argument does not reach it (libvips 8.18).
        // Shrinks while decoding where the format can (JPEG, WebP), and applies orientation.
        using var lazy = Image.ThumbnailBuffer(bytes, width, $"[fail_on={failOn}]", height, Enums.Size.Force);
        return Normal(lazy, stop);
    }

    private static Image Normal(Image image, CancellationToken stop)
    {
        using var srgb = Srgb(image);
        using var bytes = srgb.Cast(Enums.BandFormat.Uchar);
        using var stops = stop.Stops(bytes);
        var memory = bytes.CopyMemory();
        if (!memory.HasAlpha() || !IsOpaque(memory))
            return memory;
        using (memory)
        using (var opaque = memory.ExtractBand(0, 3))
            return opaque.CopyMemory();
    }

    // Colours come last, on the fewest pixels; thumbnail's own profile conversion takes several times as long.
    private static Image Srgb(Image image) =>
        image.Contains("icc-profile-data") || image.Interpretation == Enums.Interpretation.Cmyk
            ? image.IccTransform("srgb", embedded: true, inputProfile: image.Interpretation == Enums.Interpretation.Cmyk ? "cmyk" : "srgb")
            : image.Colourspace(Enums.Interpretation.Srgb);

    private static bool IsOpaque(Image image)
    {
        using var alpha = image.ExtractBand(image.Bands - 1);
        return alpha.Min() >= 255;
    }
}
