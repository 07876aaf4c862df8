using System.Buffers.Binary;

namespace Blobpress.Publishing.Images.Raster;

/// <summary>Reads uncompressed Windows bitmaps (BI_RGB and 32-bit BGRA), alone or inside an icon.</summary>
internal static class BitmapReader
{
    private const int FileHeader = 14;

    /// <exception cref="InvalidDataException">Broken, truncated, or of a kind that is not read.</exception>
    public static Bitmap Open(ReadOnlyMemory<byte> file)
    {
        if (file.Length < FileHeader)
            throw new InvalidDataException("broken bitmap: no header");
        var info = file[FileHeader..];
        var pixels = BinaryPrimitives.ReadUInt32LittleEndian(file.Span[10..]);
        if (pixels < FileHeader || pixels > file.Length)
            throw new InvalidDataException("truncated bitmap");
        return Whole(new(BitmapHeader.Read(info.Span), info, (int)pixels - FileHeader, Mask: default));
    }

    /// <summary>An icon's bitmap has no file header, twice its height, and below its pixels a mask of what is transparent.</summary>
    /// <exception cref="InvalidDataException">Broken, truncated, or of a kind that is not read.</exception>
    public static Bitmap OpenIconEntry(ReadOnlyMemory<byte> entry)
    {
        var header = BitmapHeader.Read(entry.Span);
        header = header with { Height = header.Height / 2 };
        var pixels = header.Length + header.MaskBytes + header.TableEntries * 4;
        var mask = pixels + (long)header.Stride * header.Height;
        return Whole(new(header, entry, pixels, header.Bits < 32 && mask < entry.Length ? entry[(int)mask..] : default));
    }

    /// <summary>The pixels, row by row from the top, 4 bytes each: red, green, blue, alpha (not premultiplied).</summary>
    public static byte[] Decode(Bitmap bitmap)
    {
        var (header, pixels) = (bitmap.Header, bitmap.Pixels);
        var info = bitmap.Info.Span;
        var mask = bitmap.Mask.Span;
        var table = info.Slice(header.Length + header.MaskBytes, header.TableEntries * 4);
        var rgba = new byte[header.Width * header.Height * 4];
        var maskStride = (header.Width + 31) / 32 * 4;
        for (var y = 0; y < header.Height; y++)
        {
            var stored = header.BottomUp ? header.Height - 1 - y : y;
            var target = rgba.AsSpan(y * header.Width * 4, header.Width * 4);
            ReadRow(header, info.Slice(pixels + stored * header.Stride, header.Stride), table, target);
            if (mask.Length >= maskStride * header.Height)
                ApplyMask(mask.Slice(stored * maskStride, maskStride), target);
        }

        return WithUsableAlpha(header, rgba);
    }

    private static Bitmap Whole(Bitmap bitmap)
    {
        var header = bitmap.Header;
        var rows = bitmap.Pixels + (long)header.Stride * header.Height;
        var table = header.Length + header.MaskBytes + (long)header.TableEntries * 4;
        return header.Height > 0 && Math.Max(rows, table) <= bitmap.Info.Length ? bitmap : throw new InvalidDataException("truncated bitmap");
    }

    private static void ReadRow(BitmapHeader header, ReadOnlySpan<byte> row, ReadOnlySpan<byte> table, Span<byte> rgba)
    {
        for (var x = 0; x < header.Width; x++)
        {
            var bgra = header.Bits switch
            {
                32 => BinaryPrimitives.ReadUInt32LittleEndian(row[(x * 4)..]),
                24 => 0xFF000000u | row[x * 3] | (uint)row[x * 3 + 1] << 8 | (uint)row[x * 3 + 2] << 16,
                16 => Of555(BinaryPrimitives.ReadUInt16LittleEndian(row[(x * 2)..])),
                _ => Entry(table, row[x * header.Bits / 8] >> (8 - header.Bits - x * header.Bits % 8) & ((1 << header.Bits) - 1)),
            };
            BinaryPrimitives.WriteUInt32BigEndian(rgba[(x * 4)..], bgra << 8 | bgra >> 24);
        }
    }

    private static uint Of555(uint pixel) =>
        0xFF000000u | (pixel & 31) * 255 / 31 | (pixel >> 5 & 31) * 255 / 31 << 8 | (pixel >> 10 & 31) * 255 / 31 << 16;

    private static uint Entry(ReadOnlySpan<byte> table, int index) =>
        0xFF000000u | (index * 4 < table.Length ? BinaryPrimitives.ReadUInt32LittleEndian(table[(index * 4)..]) & 0xFFFFFF : 0);

    private static void ApplyMask(ReadOnlySpan<byte> mask, Span<byte> rgba)
    {
        for (var x = 0; x * 4 < rgba.Length; x++)
        {
            if ((mask[x / 8] >> (7 - x % 8) & 1) == 1)
                rgba[x * 4 + 3] = 0;
        }
    }

    // Many writers leave the fourth byte of 32-bit pixels at 0 and mean an opaque image.
    private static byte[] WithUsableAlpha(BitmapHeader header, byte[] rgba)
    {
        if (header.Bits != 32)
            return rgba;
        for (var i = 3; i < rgba.Length; i += 4)
        {
            if (rgba[i] != 0)
                return rgba;
        }

        for (var i = 3; i < rgba.Length; i += 4)
            rgba[i] = 255;
        return rgba;
    }
}
