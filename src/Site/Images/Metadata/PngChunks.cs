using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace Blobpress.Site.Images.Metadata;

/// <summary>The chunks of a PNG (PNG 3, chapter 5).</summary>
internal static class PngChunks
{
    // What decides about pixels and colours, moving ones included; texts, dates and what other programs keep for themselves go.
    private static readonly HashSet<string> Shown = new(StringComparer.Ordinal)
    {
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI", "sBIT", "bKGD", "hIST", "pHYs", "sPLT",
        "acTL", "fcTL", "fdAT",
    };

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Strip(ReadOnlySpan<byte> file)
    {
        var kept = new MemoryStream(file.Length);
        kept.Write(Signature);
        for (var at = Signature.Length; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - 12)
                return [.. kept.ToArray(), .. file[at..]];
            var chunk = file.Slice(at, (int)length + 12);
            var type = Encoding.Latin1.GetString(chunk.Slice(4, 4));
            if (Shown.Contains(type))
                kept.Write(chunk);
            else if (type == "eXIf" && Exif.OnlyOrientation(chunk[8..^4]) is { Length: > 0 } orientation)
                Write(kept, "eXIf"u8, orientation);
            if (type == "IEND")
                break;
            at += chunk.Length;
        }

        return kept.ToArray();
    }

    private static void Write(MemoryStream kept, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        byte[] chunk = [0, 0, 0, 0, .. type, .. data, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc32.HashToUInt32(chunk.AsSpan(4, data.Length + 4)));
        kept.Write(chunk);
    }
}
