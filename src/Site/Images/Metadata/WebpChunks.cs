using System.Buffers.Binary;
using System.Text;

namespace Blobpress.Site.Images.Metadata;

/// <summary>The chunks of a WebP (RFC 9649, section 2).</summary>
internal static class WebpChunks
{
    private const int HeaderLength = 12;
    private const byte ExifFlag = 0x08;
    private const byte XmpFlag = 0x04;

    private static readonly HashSet<string> Shown = new(StringComparer.Ordinal) { "VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP" };

    public static bool IsWebp(ReadOnlySpan<byte> file) =>
        file.Length >= HeaderLength && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8);

    public static byte[] Strip(ReadOnlySpan<byte> file)
    {
        var kept = new MemoryStream(file.Length);
        kept.Write(file[..HeaderLength]);
        var end = (int)Math.Min(file.Length, BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) + 8L);
        byte[] orientation = [];
        for (var at = HeaderLength; at + 8 <= end;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
            if (length > end - at - 8)
                return [.. kept.ToArray(), .. file[at..]];
            var data = file.Slice(at + 8, (int)length);
            var type = Encoding.Latin1.GetString(file.Slice(at, 4));
            if (type == "EXIF")
                orientation = Exif.OnlyOrientation(data.StartsWith("Exif\0\0"u8) ? data[6..] : data);
            else if (Shown.Contains(type))
                Write(kept, file.Slice(at, 4), data);
            at += 8 + data.Length + data.Length % 2;
        }

        if (orientation.Length > 0)
            Write(kept, "EXIF"u8, orientation);
        return Finished(kept.ToArray(), orientation.Length > 0);
    }

    private static byte[] Finished(byte[] file, bool hasExif)
    {
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        if (file.AsSpan(HeaderLength).StartsWith("VP8X"u8) && file.Length > HeaderLength + 8)
            file[HeaderLength + 8] = (byte)(file[HeaderLength + 8] & ~(ExifFlag | XmpFlag) | (hasExif ? ExifFlag : 0));
        return file;
    }

    private static void Write(MemoryStream kept, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, data.Length);
        kept.Write(type);
        kept.Write(length);
        kept.Write(data);
        // Chunks are padded to an even length.
        if (data.Length % 2 == 1)
            kept.WriteByte(0);
    }
}
