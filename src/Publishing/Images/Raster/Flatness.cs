using NetVips;

namespace Blobpress.Publishing.Images.Raster;

/// <summary>Tells drawings and screenshots from photographs.</summary>
internal static class Flatness
{
    private const int RowsLookedAt = 128;

    // Photographs repeat a pixel exactly in a few per cent of places, drawings in nearly all.
    private const double DrawingFrom = 0.6;

    // Icons are too small to tell, and too small for losses to save anything.
    private const int IconPixels = 64 * 64;

    /// <summary>True where most pixels equal their left neighbour, and for icons.</summary>
    public static bool MayBeDrawing(Image image)
    {
        if (image.Width * image.Height <= IconPixels)
            return true;
        using var rows = image.Subsample(1, Math.Max(1, image.Height / RowsLookedAt), point: true);
        ReadOnlySpan<byte> pixels = rows.WriteToMemory<byte>();
        var stride = rows.Width * rows.Bands;
        long same = 0;
        for (var y = 0; y < rows.Height; y++)
            same += Repeats(pixels.Slice(y * stride, stride), rows.Bands);
        return same >= (long)rows.Height * (rows.Width - 1) * DrawingFrom;
    }

    private static int Repeats(ReadOnlySpan<byte> row, int bands)
    {
        var count = 0;
        for (var at = bands; at < row.Length; at += bands)
        {
            var band = 0;
            while (band < bands && row[at + band] == row[at + band - bands])
                band++;
            count += band == bands ? 1 : 0;
        }

        return count;
    }
}
