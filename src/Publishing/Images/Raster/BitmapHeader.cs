using System.Buffers.Binary;

namespace Blobpress.Publishing.Images.Raster;

/// <summary>The part of a BITMAPINFOHEADER that matters for uncompressed pixels.</summary>
internal sealed record BitmapHeader(int Length, int Width, int Height, bool BottomUp, int Bits, int Compression, int Colors)
{
    private const int Uncompressed = 0;
    private const int BitFields = 3;

    // Larger ones are TooLarge by any setting that fits in memory; the bound keeps the arithmetic within 32 bits.
    private const int LongestSide = 16_384;

    public int Stride => (Width * Bits + 31) / 32 * 4;

    /// <summary>Entries of the colour table, 4 bytes each, between header and pixels.</summary>
    public int TableEntries => Bits > 8 ? 0 : Colors == 0 ? 1 << Bits : Math.Min(Colors, 1 << Bits);

    /// <summary>Colour masks between header and pixels, in bytes; later headers hold them inside.</summary>
    public int MaskBytes => Compression == BitFields && Length == 40 ? 12 : 0;

    /// <exception cref="InvalidDataException">Too short, or a kind of bitmap that is not read.</exception>
    public static BitmapHeader Read(ReadOnlySpan<byte> info)
    {
        if (info.Length < 40 || BinaryPrimitives.ReadInt32LittleEndian(info) is var length && (length < 40 || length > info.Length))
            throw new InvalidDataException("broken or outdated bitmap header");
        var height = BinaryPrimitives.ReadInt32LittleEndian(info[8..]);
        var header = new BitmapHeader(
            BinaryPrimitives.ReadInt32LittleEndian(info),
            BinaryPrimitives.ReadInt32LittleEndian(info[4..]),
            height == int.MinValue ? 0 : Math.Abs(height),
            height > 0,
            BinaryPrimitives.ReadUInt16LittleEndian(info[14..]),
            BinaryPrimitives.ReadInt32LittleEndian(info[16..]),
            BinaryPrimitives.ReadInt32LittleEndian(info[32..]));
        return header.IsReadable() ? header : throw new InvalidDataException($"bitmap of {header.Bits} bits with compression {header.Compression} is not read");
    }

    private bool IsReadable() =>
        Width is > 0 and <= LongestSide && Height is > 0 and <= LongestSide && Colors >= 0
        && ((Bits is 1 or 4 or 8 or 16 or 24 && Compression == Uncompressed)
            || (Bits == 32 && Compression is (Uncompressed or BitFields)));
}
