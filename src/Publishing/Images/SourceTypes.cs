using System.Text;

namespace Blobpress.Publishing.Images;

/// <summary>Recognises image formats by their first bytes (WHATWG MIME Sniffing, section 6.1, and each format's own signature).</summary>
public static class SourceTypes
{
    private const int TextLooked = 4096;

    /// <summary>The type of bytes; <see cref="SourceType.Unknown"/> where nothing matches, for empty input too.</summary>
    public static SourceType Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => SourceType.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => SourceType.Png,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => SourceType.Gif,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => SourceType.Webp,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => OfBrands(bytes),
        [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] => SourceType.Bmp,
        [0, 0, 1, 0, > 0, _, ..] => SourceType.Ico,
        [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => SourceType.Tiff,
        _ => OfText(bytes),
    };

    /// <summary>Why bytes of this type are not shown, for a person to read; null where they may be an image.</summary>
    public static string? NotAnImage(ReadOnlySpan<byte> bytes) => Of(bytes) switch
    {
        _ when bytes.IsEmpty => "not an image: no bytes",
        SourceType.Html => "not an image: an HTML page",
        SourceType.Unknown => "not an image: no known format",
        _ => null,
    };

    // ISO base media files list their brands: the major one at 8, the compatible ones from 16 to the end of the box.
    private static SourceType OfBrands(ReadOnlySpan<byte> bytes)
    {
        var end = (int)Math.Min(System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes), (uint)Math.Min(bytes.Length, 128));
        var type = SourceType.Unknown;
        for (var at = 8; at + 4 <= end; at += 4)
        {
            var brand = bytes.Slice(at, 4);
            if (brand.SequenceEqual("avif"u8) || brand.SequenceEqual("avis"u8))
                return SourceType.Avif;
            if (brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8) || brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8))
                type = SourceType.Heif;
        }

        return type;
    }

    private static SourceType OfText(ReadOnlySpan<byte> bytes)
    {
        var start = bytes[..Math.Min(bytes.Length, TextLooked)];
        if (start.IndexOf((byte)0) >= 0 && start is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]))
            return SourceType.Unknown;
        return Markup.FirstElement(Decode(start)) switch
        {
            "svg" => SourceType.Svg,
            var name when name.EndsWith(":svg", StringComparison.Ordinal) => SourceType.Svg,
            "" => SourceType.Unknown,
            _ => SourceType.Html,
        };
    }

    private static string Decode(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes[2..]),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes[2..]),
        _ => Encoding.UTF8.GetString(bytes),
    };
}
