using System.Buffers.Binary;
using Blobpress.Site.Settings;

namespace Blobpress.Publishing.Images.Inspection;

/// <summary>The pages of a TIFF (TIFF 6.0, section 2), of which only the first is shown.</summary>
internal static class TiffPages
{
    private const int Entry = 12;
    private const int SamplesPerPixel = 277;
    private const int TileWidth = 322;
    private const int TileLength = 323;

    // CMYK with transparency has five; channels of maps and microscopes are no picture for a page.
    private const uint MostSamples = 16;

    /// <summary>Why the file is not to be decoded; null where it may be.</summary>
    public static string? Refuse(ReadOnlySpan<byte> file, FetchSettings limits)
    {
        var little = file[0] == (byte)'I';
        long at = Number(file.Slice(4), 4, little);
        for (var pages = 1; at > 0 && at + 2 <= file.Length; pages++)
        {
            if (pages > limits.MaxFrames)
                return $"more than {limits.MaxFrames} pages";
            var entries = file[(int)at..];
            var count = (int)Number(entries, 2, little);
            var end = 2 + count * Entry;
            if (end > entries.Length)
                break;
            if (pages == 1 && RefuseLayout(entries[2..end], little, limits.MaxPixels) is { } reason)
                return reason;
            at = end + 4 <= entries.Length ? Number(entries[end..], 4, little) : 0;
        }

        return null;
    }

    // A tile is decoded whole, however small the picture is.
    private static string? RefuseLayout(ReadOnlySpan<byte> entries, bool little, long maxPixels)
    {
        long width = 1, length = 1;
        for (; entries.Length >= Entry; entries = entries[Entry..])
        {
            var value = Number(entries[8..], Number(entries[2..], 2, little) == 3 ? 2 : 4, little);
            switch (Number(entries, 2, little))
            {
                case TileWidth:
                    width = value;
                    break;
                case TileLength:
                    length = value;
                    break;
                case SamplesPerPixel when value > MostSamples:
                    return $"{value} samples a pixel, at most {MostSamples} are read";
            }
        }

        return width * (double)length > maxPixels ? $"tiles of {width}x{length} pixels, at most {maxPixels} pixels are allowed" : null;
    }

    private static uint Number(ReadOnlySpan<byte> bytes, int length, bool little) => (length, little) switch
    {
        _ when bytes.Length < length => 0,
        (2, true) => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        (2, false) => BinaryPrimitives.ReadUInt16BigEndian(bytes),
        (_, true) => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        _ => BinaryPrimitives.ReadUInt32BigEndian(bytes),
    };
}
