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
        var step = Math.Max(1, image.Height / RowsLookedAt);
        long same = 0, seen = 0;
        for (var y = 0; y < image.Height && image.Width > 1; y += step)
        {
            using var line = image.Crop(0, y, image.Width, 1);
            var row = line.WriteToMemory<byte>();
            same += Repeats(row, image.Bands);
            seen += image.Width - 1;
        }

        return same >= seen * DrawingFrom;
    }

    private static int Repeats(ReadOnlySpan<byte> row, int bands)
    {
        var count = 0;
        for (var at = bands; at < row.Length; at += bands)
        {
            if (row.Slice(at, bands).SequenceEqual(row.Slice(at - bands, bands)))
                count++;
        }

        return count;
    }
}
