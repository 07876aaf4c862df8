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
    /// <param name="image">8 bits a band, in memory.</param>
    public static bool MayBeDrawing(Image image)
    {
        if (image.Width * image.Height <= IconPixels)
            return true;
        // Straight out of memory: an operation that picks rows takes as long as a decode.
        using var pixels = Region.New(image);
        var step = Math.Max(1, image.Height / RowsLookedAt);
        long same = 0, looked = 0;
        for (var y = 0; y < image.Height; y += step, looked += image.Width - 1)
            same += Repeats(pixels.Fetch(0, y, image.Width, 1), image.Bands);
        return same >= looked * DrawingFrom;
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
