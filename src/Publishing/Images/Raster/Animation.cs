using Blobpress.Site.Images;
using Blobpress.Site.Settings;
using NetVips;

namespace Blobpress.Publishing.Images.Raster;

/// <summary>Keeps moving images moving, as animated WebP with the source's delays and loops.</summary>
internal static class Animation
{
    // Decoded anew for each width: the frames of a large animation would not fit in memory together.
    public static byte[] Encode(SourceImage source, Variant variant, ImageSettings settings, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        using var frames = Decoder.Frames(source, variant.Width, variant.Height);
        using var stops = stop.Stops(frames);
        return frames.WebpsaveBuffer(q: settings.WebpQuality, effort: 2, keep: Enums.ForeignKeep.None);
    }
}
