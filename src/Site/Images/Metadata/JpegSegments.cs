using System.Buffers.Binary;

namespace Blobpress.Site.Images.Metadata;

/// <summary>The segments of a JPEG (ITU-T T.81, annex B).</summary>
internal static class JpegSegments
{
    private const byte EndOfImage = 0xD9;
    private const byte Comment = 0xFE;
    private const int JfifLength = 14;

    public static ReadOnlySpan<byte> Start => [0xFF, 0xD8, 0xFF];

    public static byte[] Strip(ReadOnlySpan<byte> file)
    {
        var kept = new MemoryStream(file.Length);
        kept.Write(file[..2]);
        var at = 2;
        while (at + 4 <= file.Length && file[at] == 0xFF)
        {
            var marker = file[at + 1];
            if (marker == 0xFF)
            {
                // Any number of these may stand before a marker.
                at++;
                continue;
            }

            if (marker == EndOfImage)
                break;
            var end = at + 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (end > file.Length || end < at + 4)
                return [.. kept.ToArray(), .. file[at..]];
            Keep(kept, marker, file[(at + 4)..end]);
            at = end;
            var scan = marker == 0xDA ? ScanLength(file[at..]) : 0;
            kept.Write(file.Slice(at, scan));
            at += scan;
        }

        if (at < file.Length && file[at] != 0xFF)
            return [.. kept.ToArray(), .. file[at..]];
        // Past the end, phones append films and further pictures with metadata of their own.
        if (at + 2 <= file.Length)
            kept.Write([0xFF, EndOfImage]);
        return kept.ToArray();
    }

    private static void Keep(MemoryStream kept, byte marker, ReadOnlySpan<byte> data)
    {
        switch (marker)
        {
            case 0xE0 when data.StartsWith("JFIF\0"u8) && data.Length >= JfifLength:
                // The last two bytes are the size of a thumbnail, which may show what was cut off.
                Write(kept, marker, [.. data[..(JfifLength - 2)], 0, 0]);
                break;
            case 0xE1 when data.StartsWith("Exif\0\0"u8):
                if (Exif.OnlyOrientation(data[6..]) is { Length: > 0 } orientation)
                    Write(kept, marker, [.. "Exif\0\0"u8, .. orientation]);
                break;
            case 0xE2 when data.StartsWith("ICC_PROFILE\0"u8):
            case 0xEE when data.StartsWith("Adobe"u8):
                Write(kept, marker, data);
                break;
            case >= 0xE0 and <= 0xEF or Comment:
                break;
            default:
                Write(kept, marker, data);
                break;
        }
    }

    private static void Write(MemoryStream kept, byte marker, ReadOnlySpan<byte> data)
    {
        var length = data.Length + 2;
        kept.Write([0xFF, marker, (byte)(length >> 8), (byte)length]);
        kept.Write(data);
    }

    // Entropy-coded data up to the next marker; in it FF is followed by 0, or by the number of a restart.
    private static int ScanLength(ReadOnlySpan<byte> data)
    {
        for (var at = 0; at + 1 < data.Length; at++)
        {
            if (data[at] == 0xFF && data[at + 1] is not (0 or 0xFF or >= 0xD0 and <= 0xD7))
                return at;
        }

        return data.Length;
    }
}
