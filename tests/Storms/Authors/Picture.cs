using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace Blobpress.Storms.Authors;

/// <summary>Draws pictures that several posts show: few versions, so that two of them at times have the same bytes.</summary>
internal static class Picture
{
    private const int Width = 64;
    private const int Height = 48;

    public static IReadOnlyList<string> Names { get; } = ["pics/a0.svg", "pics/a1.svg", "pics/a2.png", "pics/a3.png"];

    /// <summary>A picture, new or changed. Bytes that are no text are told by their version.</summary>
    public static (string Name, string? Text) Next(Desk desk)
    {
        var name = desk.Pick(Names);
        var version = desk.Version(3) + 1;
        return (name, IsBinary(name) ? $"picture {version}" : $"""<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="{version}" height="9"/></svg>""");
    }

    /// <summary>The bytes of an upload.</summary>
    public static BinaryData Bytes(string name, string text) =>
        IsBinary(name) ? BinaryData.FromBytes(Pngs[text[^1] - '1']) : BinaryData.FromString(text);

    /// <summary>The text that an upload's bytes are told by.</summary>
    public static string Text(string name, ReadOnlySpan<byte> bytes)
    {
        var content = bytes.ToArray();
        return IsBinary(name) ? $"picture {Array.FindIndex(Pngs, png => png.AsSpan().SequenceEqual(content)) + 1}" : Encoding.UTF8.GetString(content);
    }

    private static byte[][] Pngs { get; } = [Png(1), Png(2), Png(3)];

    private static bool IsBinary(string name) => name.EndsWith(".png", StringComparison.Ordinal);

    // PNG (ISO/IEC 15948), 8 bits of grey.
    private static byte[] Png(int version)
    {
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        header[8] = 8;
        Write(png, "IHDR"u8, header);
        Write(png, "IDAT"u8, Pixels(version));
        Write(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static byte[] Pixels(int version)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            for (var y = 0; y < Height; y++)
            {
                zlib.WriteByte(0);
                for (var x = 0; x < Width; x++)
                {
                    zlib.WriteByte((byte)((x * version) + (y * 2)));
                }
            }
        }

        return packed.ToArray();
    }

    private static void Write(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(type);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.HashToUInt32([.. type, .. data]));
        png.Write(number);
    }
}
