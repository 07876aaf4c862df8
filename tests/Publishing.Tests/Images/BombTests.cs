using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using Blobpress.Publishing.Images;
using Blobpress.Site.Settings;
using NetVips;

namespace Blobpress.Publishing.Tests.Images;

/// <summary>Files that would keep a decoder busy out of all proportion to their bytes.</summary>
public class BombTests
{
    [Fact]
    public void A_jpeg_of_ten_thousand_scans_is_refused() => AssertTooLarge(ManyScans(1000, 1000, 10_000), "more than 100 scans");

    [Fact]
    public void A_huge_jpeg_may_have_fewer_scans_than_a_small_one() => AssertTooLarge(ManyScans(7000, 7000, 60), "more than 40 scans");

    [Fact]
    public void A_progressive_photograph_passes()
    {
        using var photo = TestImages.Photo(400, 300);

        Assert.IsType<ResizeResult.Encoded>(Resize(photo.JpegsaveBuffer(interlace: true)));
    }

    [Fact]
    public void A_tiff_of_a_hundred_thousand_pages_is_refused() => AssertTooLarge(Tiff(100_000), "more than 600 pages");

    [Fact]
    public void A_tiff_whose_pages_lead_back_to_the_first_is_refused()
    {
        var tiff = Tiff(2);
        BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(tiff.Length - 4), 8);

        AssertTooLarge(tiff, "more than 600 pages");
    }

    [Theory]
    [InlineData(322, 4, 100_000, "tiles of 100000x")]
    [InlineData(277, 3, 65_535, "65535 samples")]
    public void A_tiff_that_is_small_in_name_only_is_refused(int tag, int type, int value, string reason) =>
        AssertTooLarge(Tiff(1, (322, 4, 600), (323, 4, 1000), (tag, type, value)), reason);

    [Fact]
    public void A_tiff_of_two_pages_shows_the_first() => Assert.IsType<ResizeResult.Encoded>(Resize(Tiff(2)));

    [Fact]
    public void A_gif_of_a_million_frames_is_refused() => AssertTooLarge(Gif(1_300_000), "more than 600 frames");

    [Fact]
    public void Small_frames_on_a_huge_canvas_count_as_what_is_decoded() => AssertTooLarge(Gif(600, side: 2000), "2000x2000 pixels in 600 frame");

    [Fact]
    public void A_webp_of_a_hundred_thousand_frames_is_refused() => AssertTooLarge(Webp(100_000), "more than 600 frames");

    [Fact]
    public void Comments_of_a_png_are_not_unpacked()
    {
        var comment = Packed(20_000_000);
        var texts = Enumerable.Range(0, 200).Select(i => Chunk("zTXt", [.. Encoding.ASCII.GetBytes($"k{i}"), 0, 0, .. comment]));
        var before = Stats.MemHighwater;

        Assert.IsType<ResizeResult.Encoded>(Resize(Png([.. texts.SelectMany(chunk => chunk)])));

        Assert.InRange((long)(Stats.MemHighwater - before), 0L, 100_000_000L);
    }

    [Fact]
    public void A_profile_of_a_png_that_unpacks_to_a_gigabyte_does_no_harm() => Assert.IsType<ResizeResult.Encoded>(
        Resize(Png(Chunk("iCCP", [.. "k"u8, 0, 0, .. Packed(1_000_000_000)]))));

    [Fact]
    public void An_icon_that_names_the_same_picture_thousands_of_times_is_read_once()
    {
        var picture = Png([]);
        byte[] icon = [0, 0, 1, 0, 0xFF, 0xFF];
        var entry = new byte[16];
        BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(8), picture.Length);
        BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(12), 6 + 65_535 * 16);
        byte[] file = [.. icon, .. Enumerable.Repeat(entry, 65_535).SelectMany(e => e), .. picture];

        Assert.IsType<ResizeResult.Encoded>(Resize(file));
    }

    [Fact]
    public void A_grid_that_names_one_tile_thousands_of_times_is_refused() =>
        AssertTooLarge(Heif.Grid(tiles: 4096, side: 1000), "parts of 4096000000 pixels");

    [Fact]
    public void A_grid_on_a_huge_canvas_is_refused() => AssertTooLarge(Heif.Grid(tiles: 1, side: 10, canvas: 60_000), "parts of 3600000000 pixels");

    [Fact]
    public void A_grid_that_is_a_part_of_itself_is_refused() => AssertTooLarge(Heif.Grid(tiles: 1, side: 10, part: 1), "parts of");

    [Fact]
    public void A_picture_of_hidden_frames_is_refused() => AssertTooLarge(Heif.Picture(side: 100, frames: 1000), "more than 16 frames");

    [Fact]
    public void A_picture_that_is_larger_than_its_file_says_is_refused() => AssertTooLarge(Heif.Picture(side: 30_000, frames: 1), "parts of 900000000 pixels");

    [Fact]
    public void An_avif_of_several_parts_passes()
    {
        using var photo = TestImages.Photo(400, 300);
        using var rgba = photo.Bandjoin(Image.Black(400, 300) + 128);

        Assert.IsType<ResizeResult.Encoded>(Resize(rgba.Cast(Enums.BandFormat.Uchar).HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1, effort: 0)));
    }

    [Fact]
    public void Broken_boxes_are_no_fault()
    {
        var random = new Random(5);
        var files = new[] { Heif.Grid(4, 100), Heif.Picture(100, 2), Tiff(3), Gif(5), Webp(5), ManyScans(10, 10, 5) };
        for (var round = 0; round < 3000; round++)
        {
            var file = (byte[])files[round % files.Length].Clone();
            for (var changes = random.Next(1, 6); changes > 0; changes--)
                file[random.Next(12, file.Length)] = (byte)random.Next(256);

            Assert.NotNull(Resize(file.AsMemory(0, random.Next(12, file.Length + 1))));
        }
    }

    private static void AssertTooLarge(byte[] file, string reason) =>
        Assert.Contains(reason, Assert.IsType<ResizeResult.TooLarge>(Resize(file)).Reason, StringComparison.Ordinal);

    private static ResizeResult Resize(ReadOnlyMemory<byte> file) => ImageResizer.Resize(file, new() { Widths = [32] }, new FetchSettings());

    // A frame header and the headers of scans that say nothing new.
    private static byte[] ManyScans(int width, int height, int scans)
    {
        byte[] frame = [0xFF, 0xD8, 0xFF, 0xC2, 0, 11, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0];
        byte[] scan = [0xFF, 0xDA, 0, 8, 1, 1, 0, 1, 63, 0, 0x7F, 0xFD];
        return [.. frame, .. Enumerable.Repeat(scan, scans).SelectMany(s => s), 0xFF, 0xD9];
    }

    private static byte[] Tiff(int pages, params (int Tag, int Type, int Value)[] more)
    {
        var entries = new[] { (256, 3, 1), (257, 3, 1), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, 4), (277, 3, 1), (278, 3, 1), (279, 4, 1) }
            .Where(e => !more.Any(m => m.Tag == e.Item1)).Concat(more.Select(m => (m.Tag, m.Type, m.Value))).OrderBy(e => e.Item1).ToList();
        using var file = new MemoryStream();
        file.Write([.. "II"u8, 42, 0, 8, 0, 0, 0]);
        for (var page = 1; page <= pages; page++)
        {
            file.Write([(byte)entries.Count, 0]);
            foreach (var (tag, type, value) in entries)
                file.Write([(byte)tag, (byte)(tag >> 8), (byte)type, 0, 1, 0, 0, 0, .. BitConverter.GetBytes(value)]);
            file.Write(BitConverter.GetBytes(page < pages ? (int)file.Position + 4 : 0));
        }

        return file.ToArray();
    }

    private static byte[] Gif(int frames, int side = 1)
    {
        byte[] frame = [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
        byte[] head = [.. "GIF89a"u8, (byte)side, (byte)(side >> 8), (byte)side, (byte)(side >> 8), 0x80, 0, 0, 0, 0, 0, 255, 255, 255];
        return [.. head, .. Enumerable.Repeat(frame, frames).SelectMany(f => f), 0x3B];
    }

    private static byte[] Webp(int frames)
    {
        using var pixel = TestImages.Photo(1, 1);
        var still = pixel.WebpsaveBuffer(lossless: true)[12..];
        byte[] frame = [.. "ANMF"u8, .. BitConverter.GetBytes(16 + still.Length), .. new byte[16], .. still];
        byte[] body = [.. "WEBPVP8X"u8, 10, 0, 0, 0, 2, .. new byte[9], .. "ANIM"u8, 6, 0, 0, 0, .. new byte[6], .. Enumerable.Repeat(frame, frames).SelectMany(f => f)];
        return [.. "RIFF"u8, .. BitConverter.GetBytes(body.Length), .. body];
    }

    private static byte[] Packed(int length)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            for (var zeros = new byte[1_000_000]; length > 0; length -= zeros.Length)
                zlib.Write(zeros);
        }

        return packed.ToArray();
    }

    private static byte[] Png(byte[] chunks) =>
        [0x89, .. "PNG\r\n\x1a\n"u8, .. Chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]), .. chunks, .. Chunk("IDAT", [0x78, 0x9C, 0x63, 0x60, 0x60, 0x60, 0, 0, 0, 4, 0, 1]), .. Chunk("IEND", [])];

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] chunk = [0, 0, 0, 0, .. Encoding.ASCII.GetBytes(type), .. data, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc32.HashToUInt32(chunk.AsSpan(4, data.Length + 4)));
        return chunk;
    }
}
