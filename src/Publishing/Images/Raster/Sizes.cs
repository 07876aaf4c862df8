using Blobpress.Site.Images;
using NetVips;

namespace Blobpress.Publishing.Images.Raster;

/// <summary>The still image at each size in turn, so that several formats of one size share the work.</summary>
internal sealed class Sizes(Image largest) : IDisposable
{
    private Image? current;

    /// <summary>The image at a variant's size; valid until another size is asked for.</summary>
    public Image Of(Variant variant)
    {
        if (largest.Width == variant.Width && largest.Height == variant.Height)
            return largest;
        if (current?.Width == variant.Width && current.Height == variant.Height)
            return current;
        current?.Dispose();
        using var lazy = largest.ThumbnailImage(variant.Width, variant.Height, Enums.Size.Force);
        return current = lazy.CopyMemory();
    }

    public void Dispose() => current?.Dispose();
}
