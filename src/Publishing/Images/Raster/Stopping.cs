using NetVips;

namespace Blobpress.Publishing.Images.Raster;

/// <summary>Ties what libvips works on to a token.</summary>
/// <remarks>
/// libvips looks at an image's kill flag before each strip or tile, and its savers pass it on to their codecs but for
/// AVIF's. Decoders that give no pixel before the last (interlaced PNG, progressive JPEG, WebP, AVIF) and the AVIF encoder end
/// first; what they can be given to do is bounded by <see cref="Inspection.SourceInspection"/> and the limits on pixels.
/// </remarks>
internal static class Stopping
{
    /// <summary>Until the result is disposed of, cancelling makes libvips give up whatever it makes of this image.</summary>
    /// <exception cref="OperationCanceledException">It is cancelled already.</exception>
    public static CancellationTokenRegistration Stops(this CancellationToken stop, Image image)
    {
        stop.ThrowIfCancellationRequested();
        return stop.UnsafeRegister(static image => ((Image)image!).SetKill(true), image);
    }
}
