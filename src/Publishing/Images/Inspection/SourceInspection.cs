using Blobpress.Site.Settings;

namespace Blobpress.Publishing.Images.Inspection;

/// <summary>
/// Looks through a file for what would keep a decoder busy out of all proportion to its bytes, before any decoder sees it:
/// most of them count pages and frames, or read all scans, in one go that nothing can stop.
/// </summary>
internal static class SourceInspection
{
    /// <summary>Why a file is not to be decoded, for a person to read; null where it may be. One pass over the bytes.</summary>
    public static string? Refuse(ReadOnlySpan<byte> bytes, SourceType type, FetchSettings limits) => type switch
    {
        SourceType.Jpeg => JpegScans.Refuse(bytes, limits.MaxPixels),
        SourceType.Gif => TooMany(GifFrames.Count(bytes, limits.MaxFrames), limits.MaxFrames, "frames"),
        SourceType.Webp => TooMany(WebpFrames.Count(bytes, limits.MaxFrames), limits.MaxFrames, "frames"),
        SourceType.Tiff => TiffPages.Refuse(bytes, limits),
        SourceType.Avif or SourceType.Heif => HeifWork.Refuse(bytes, limits.MaxPixels),
        _ => null,
    };

    internal static string? TooMany(int count, int most, string what) => count > most ? $"more than {most} {what}" : null;
}
