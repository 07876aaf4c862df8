using NetVips;

namespace Blobpress.Publishing.Images.Raster;

/// <summary>The colour a page shows while an image is on its way.</summary>
internal static class AverageColor
{
    /// <summary><c>#rrggbb</c>, or null where the image has transparency.</summary>
    public static string? Of(Image still)
    {
        if (still.HasAlpha())
            return null;
        using var shrunk = still.Shrink(Math.Max(1, still.Width / 16), Math.Max(1, still.Height / 16));
        using var stats = shrunk.Stats();
        // Row 0 of the statistics is of all bands, row 1 + n of band n; column 4 is the mean.
        var means = Enumerable.Range(1, 3).Select(row => (int)Math.Round(stats[4, row][0]));
        return "#" + string.Concat(means.Select(m => m.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
