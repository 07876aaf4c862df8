using System.IO.Hashing;
using System.Text;
using Blobpress.Site.Images.Metadata;

namespace Blobpress.Site.Tests.Images;

public class ImageMetadataTests
{
    // Little-endian, a maker's note, then the orientation: turned right.
    private static readonly byte[] Turned =
    [
        .. "II"u8, 42, 0, 8, 0, 0, 0, 2, 0, 0x0F, 1, 2, 0, 4, 0, 0, 0, .. "GPS\0"u8, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0,
    ];

    private static readonly byte[] Upright = [.. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0];

    private static readonly byte[] OnlyTurned = [.. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];

    private static readonly byte[] Scan = [.. Segment(0xDB, "tables"), .. Segment(0xC2, "frame"), .. Segment(0xDA, "scan"), 1, 0xFF, 0, 2, 0xFF, 0xD0, 3, .. Segment(0xDA, "more"), 4];

    [Fact]
    public void A_jpeg_keeps_its_scans_profile_and_colour_transform()
    {
        byte[] jpeg =
        [
            0xFF, 0xD8, .. Segment(0xE0, "JFIF\0\u0001\u0001\0\0\u0001\0\u0001\u0001\u0001thumb"), .. Segment(0xE1, "Exif\0\0", Upright),
            .. Segment(0xE1, "http://ns.adobe.com/xap/1.0/\0GPS"), .. Segment(0xE2, "ICC_PROFILE\0\u0001\u0001p3"), .. Segment(0xE2, "MPF\0second"),
            .. Segment(0xED, "Photoshop 3.0\0IPTC"), .. Segment(0xEE, "Adobe\0d"), .. Segment(0xFE, "comment"), .. Scan, 0xFF, 0xD9, .. "ftyp a film with GPS"u8,
        ];

        Assert.Equal(
            [
                0xFF, 0xD8, .. Segment(0xE0, "JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0"), .. Segment(0xE2, "ICC_PROFILE\0\u0001\u0001p3"),
                .. Segment(0xEE, "Adobe\0d"), .. Scan, 0xFF, 0xD9,
            ],
            Strip(jpeg));
    }

    [Fact]
    public void A_jpeg_that_lies_on_its_side_still_says_so()
    {
        byte[] jpeg = [0xFF, 0xD8, .. Segment(0xE1, "Exif\0\0", Turned), .. Scan, 0xFF, 0xD9];

        Assert.Equal([0xFF, 0xD8, .. Segment(0xE1, "Exif\0\0", OnlyTurned), .. Scan, 0xFF, 0xD9], Strip(jpeg));
    }

    [Fact]
    public void A_png_keeps_what_it_shows_and_the_way_up()
    {
        byte[] before =
        [
            .. Signature, .. Chunk("IHDR", "header"u8), .. Chunk("iCCP", "p3"u8), .. Chunk("tEXt", "Author"u8), .. Chunk("eXIf", Turned), .. Chunk("tIME", "now"u8),
            .. Chunk("iTXt", "XML:com.adobe.xmp GPS"u8), .. Chunk("prVt", "x"u8), .. Chunk("acTL", "2"u8), .. Chunk("IDAT", "rows"u8), .. Chunk("IEND", []), .. "more"u8,
        ];

        Assert.Equal(
            [
                .. Signature, .. Chunk("IHDR", "header"u8), .. Chunk("iCCP", "p3"u8), .. Chunk("eXIf", OnlyTurned), .. Chunk("acTL", "2"u8), .. Chunk("IDAT", "rows"u8),
                .. Chunk("IEND", []),
            ],
            Strip(before));
    }

    [Fact]
    public void A_webp_keeps_what_it_shows_and_announces_no_more()
    {
        byte[] before = Riff([.. Riff("VP8X", [0x3C, 0, 0]), .. Riff("ICCP", "p"u8), .. Riff("VP8 ", "rows"u8), .. Riff("EXIF", Upright), .. Riff("XMP ", "GPS"u8)]);

        Assert.Equal(Riff([.. Riff("VP8X", [0x30, 0, 0]), .. Riff("ICCP", "p"u8), .. Riff("VP8 ", "rows"u8)]), Strip([.. before, .. "after"u8]));
    }

    [Fact]
    public void A_webp_that_lies_on_its_side_still_says_so() => Assert.Equal(
        Riff([.. Riff("VP8X", [0x08, 0, 0]), .. Riff("VP8L", "rows"u8), .. Riff("EXIF", OnlyTurned)]),
        Strip(Riff([.. Riff("VP8X", [0x0C, 0, 0]), .. Riff("VP8L", "rows"u8), .. Riff("EXIF", Turned), .. Riff("XMP ", "GPS!"u8)])));

    [Theory]
    [InlineData("GIF89a...")]
    [InlineData("plain text")]
    [InlineData("")]
    public void Other_files_come_back_as_they_are(string text) => Assert.Equal(Encoding.Latin1.GetBytes(text), Strip(Encoding.Latin1.GetBytes(text)));

    [Fact]
    public void Stripping_again_changes_nothing()
    {
        byte[] jpeg = [0xFF, 0xD8, .. Segment(0xE1, "Exif\0\0", Turned), .. Segment(0xFE, "comment"), .. Scan, 0xFF, 0xD9];

        Assert.Equal(Strip(jpeg), Strip(Strip(jpeg)));
    }

    [Theory]
    [InlineData("FFD8FF")]
    [InlineData("89504E470D0A1A0A")]
    [InlineData("524946460000000057454250")]
    public void Broken_files_are_followed_no_further_than_they_go(string start)
    {
        var random = new Random(5);
        for (var length = 0; length < 300; length++)
        {
            var rest = new byte[length];
            random.NextBytes(rest);

            Strip([.. Convert.FromHexString(start), .. rest]);
        }
    }

    private static byte[] Signature => [0x89, .. "PNG\r\n\x1a\n"u8];

    private static byte[] Strip(byte[] file) => ImageMetadata.Strip(file).ToArray();

    private static byte[] Segment(byte marker, string text, params byte[] data)
    {
        byte[] content = [.. Encoding.Latin1.GetBytes(text), .. data];
        return [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];
    }

    private static byte[] Chunk(string type, ReadOnlySpan<byte> data)
    {
        byte[] named = [.. Encoding.Latin1.GetBytes(type), .. data];
        var crc = Crc32.HashToUInt32(named);
        return [0, 0, 0, (byte)data.Length, .. named, (byte)(crc >> 24), (byte)(crc >> 16), (byte)(crc >> 8), (byte)crc];
    }

    private static byte[] Riff(string type, ReadOnlySpan<byte> data) =>
        [.. Encoding.Latin1.GetBytes(type), (byte)data.Length, 0, 0, 0, .. data, .. data.Length % 2 == 1 ? new byte[1] : []];

    private static byte[] Riff(byte[] chunks) => [.. "RIFF"u8, (byte)(chunks.Length + 4), 0, 0, 0, .. "WEBP"u8, .. chunks];
}
