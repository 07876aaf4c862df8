using Blobpress.Publishing.Images.Inspection;
using Blobpress.Publishing.Images.Raster;
using Blobpress.Publishing.Images.Svg;
using Blobpress.Site.Settings;
using NetVips;

namespace Blobpress.Publishing.Images;

/// <summary>Makes an image's variants out of its bytes. Works on the caller's thread and keeps nothing between calls.</summary>
public static class ImageResizer
{
    static ImageResizer() => Libvips.Prepare();

    /// <summary>Decodes once at the largest width needed and goes down from there. Orientation is applied, colours become sRGB, metadata goes.</summary>
    /// <param name="source">A whole file; its type is told by its bytes.</param>
    /// <param name="settings">Widths, formats and qualities.</param>
    /// <param name="limits">The most pixels and frames; checked on the header, before anything is decoded.</param>
    /// <param name="socialCard">Also make the 1200x630 crop, where the image is at least 600 pixels wide.</param>
    public static ResizeResult Resize(ReadOnlyMemory<byte> source, ImageSettings settings, FetchSettings limits, bool socialCard = false) =>
        ResizeUntil(source, settings, limits, socialCard, CancellationToken.None);

    /// <summary>As <see cref="Resize"/>, but may be stopped: what libvips does within a moment, what its codecs do in one go at the end of that.</summary>
    /// <returns>The image, or why there is none; TooSlow where it was stopped.</returns>
    public static ResizeResult ResizeUntil(
        ReadOnlyMemory<byte> source, ImageSettings settings, FetchSettings limits, bool socialCard, CancellationToken stop)
    {
        if (SourceTypes.NotAnImage(source.Span) is { } reason)
            return new ResizeResult.NotAnImage(reason);
        var type = SourceTypes.Of(source.Span);
        if (SourceInspection.Refuse(source.Span, type, limits) is { } large)
            return new ResizeResult.TooLarge(large);
        var job = new EncodingJob(ImageHash.Of(source.Span, settings), settings, socialCard, stop);
        try
        {
            return type == SourceType.Svg ? SvgEncoder.Encode(source, job.Hash) : Encode(SourceImage.Open(source), job, limits);
        }
        catch (Exception e) when (stop.IsCancellationRequested && e is VipsException or OperationCanceledException)
        {
            return new ResizeResult.TooSlow($"takes longer than {limits.DecodeTimeout.TotalSeconds:0.###} s to decode and encode");
        }
        catch (VipsException e)
        {
            return new ResizeResult.NotAnImage("broken or truncated: " + e.Message.TrimEnd().Split('\n')[^1]);
        }
        catch (InvalidDataException e)
        {
            return new ResizeResult.NotAnImage(e.Message);
        }
    }

    private static ResizeResult Encode(SourceImage source, EncodingJob job, FetchSettings limits)
    {
        if (source.Frames > limits.MaxFrames)
            return new ResizeResult.TooLarge($"{source.Frames} frames, at most {limits.MaxFrames} are allowed");
        if (source.Pixels > limits.MaxPixels)
            return new ResizeResult.TooLarge($"{source.Width}x{source.Height} pixels in {source.Frames} frame(s), at most {limits.MaxPixels} pixels are allowed");
        return RasterEncoder.Encode(source, job);
    }
}
