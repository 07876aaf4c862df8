using System.Buffers.Binary;

namespace Blobpress.Site.Images.Metadata;

/// <summary>The one entry of Exif data (Exif 3.0, which is a TIFF 6.0 file) that decides how an image is shown.</summary>
internal static class Exif
{
    private const int OrientationTag = 0x0112;
    private const int EntryLength = 12;
    private const int Upright = 1;

    /// <summary>Data with nothing but the orientation of <paramref name="tiff"/>, or nothing where the image is stored upright or the data is broken.</summary>
    public static byte[] OnlyOrientation(ReadOnlySpan<byte> tiff) => Orientation(tiff) is > Upright and <= 8 and var orientation
        ?
        [
            .. "MM"u8, 0, 42, 0, 0, 0, 8, // Big-endian; the only directory begins at 8
            0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, // with one entry: tag, a short, one of it
            0, 0, 0, 0, // and no directory follows.
        ]
        : [];

    private static int Orientation(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || !(tiff.StartsWith("II"u8) || tiff.StartsWith("MM"u8)))
            return Upright;
        var little = tiff[0] == (byte)'I';
        var directory = Number(tiff[4..8], little);
        if (directory > tiff.Length - 2)
            return Upright;
        var entries = tiff[(int)directory..];
        var count = Number(entries[..2], little);
        for (var at = 2; count > 0 && at + EntryLength <= entries.Length; at += EntryLength, count--)
        {
            if (Number(entries.Slice(at, 2), little) == OrientationTag)
                return (int)Number(entries.Slice(at + 8, 2), little);
        }

        return Upright;
    }

    private static uint Number(ReadOnlySpan<byte> bytes, bool little) => (bytes.Length, little) switch
    {
        (2, true) => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        (2, false) => BinaryPrimitives.ReadUInt16BigEndian(bytes),
        (_, true) => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        _ => BinaryPrimitives.ReadUInt32BigEndian(bytes),
    };
}
