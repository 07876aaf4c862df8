using System.Buffers.Binary;

namespace Blobpress.Publishing.Images.Inspection;

/// <summary>The scans of a JPEG (ITU-T T.81, annex B). Each is a pass over the whole picture, and an empty one has a dozen bytes.</summary>
internal static class JpegScans
{
    // Encoders make about ten; libtiff draws the same line.
    private const int Most = 100;

    // Passes over one picture's worth of pixels: a hundred over 50 million take some seconds.
    private const int MostPasses = 40;

    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;

    /// <summary>Why the file has too many scans; null where it has not.</summary>
    /// <param name="file">Begins with a start of image.</param>
    /// <param name="maxPixels">The most pixels of a picture: as many scans are allowed as would be <see cref="MostPasses"/> over so many.</param>
    public static string? Refuse(ReadOnlySpan<byte> file, long maxPixels)
    {
        var (scans, pixels) = (0, 0L);
        for (var at = 2; at + 4 <= file.Length;)
        {
            if (file[at] != 0xFF || file[at + 1] is 0xFF or 0 or 1 or (>= 0xD0 and <= 0xD8))
            {
                // Fill bytes, entropy-coded data, markers without a segment.
                var next = file[(at + 1)..].IndexOf((byte)0xFF);
                if (next < 0)
                    return null;
                at += next + 1;
                continue;
            }

            var marker = file[at + 1];
            if (marker == EndOfImage)
                return null;
            var segment = file[(at + 2)..];
            if (IsFrameHeader(marker) && segment.Length >= 7)
                pixels = Math.Max(pixels, (long)BinaryPrimitives.ReadUInt16BigEndian(segment[3..]) * BinaryPrimitives.ReadUInt16BigEndian(segment[5..]));
            if (marker == StartOfScan && (++scans > Most || scans * pixels > MostPasses * maxPixels))
                return $"more than {scans - 1} scans";
            at += 2 + Math.Max(2, (int)BinaryPrimitives.ReadUInt16BigEndian(segment));
        }

        return null;
    }

    private static bool IsFrameHeader(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
