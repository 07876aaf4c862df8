using Blobpress.Site.Images;
using NetVips;

namespace Blobpress.Publishing.Images.Raster;

/// <summary>
/// The still image at each size in turn, largest first: several formats of one size share the work, and each size is made of
/// the one before, which costs two thirds of making all of them of the largest and looks the same.
/// </summary>
internal sealed class Sizes(Image largest, CancellationToken stop) : IDisposable
{
    private Image? current;

    /// <summary>The image at a variant's size, no larger than the one asked for before; valid until another size is asked for.</summary>
    public Image Of(Variant variant)
    {
        if (largest.Width == variant.Width && largest.Height == variant.Height)
            return largest;
        if (current?.Width == variant.Width && current.Height == variant.Height)
            return current;
        using var before = current;
        using var lazy = (before ?? largest).ThumbnailImage(variant.Width, variant.Height, Enums.Size.Force);
        using var stops = stop.Stops(lazy);
        return current = lazy.CopyMemory();
    }

    public void Dispose() => current?.Dispose();
}
