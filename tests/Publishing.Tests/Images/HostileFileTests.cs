using System.Buffers.Binary;
using System.IO.Compression;
using Blobpress.Publishing.Images;
using Blobpress.Site.Settings;

namespace Blobpress.Publishing.Tests.Images;

public class HostileFileTests
{
    [Fact]
    public void Zero_bytes_are_no_image() => AssertNotAnImage([], "no bytes");

    [Fact]
    public void A_page_is_no_image() => AssertNotAnImage("\n<!DOCTYPE html>\n<html><img src=a.jpg></html>"u8, "an HTML page");

    [Fact]
    public void Noise_is_no_image() => AssertNotAnImage([1, 2, 3, 4, 5], "no known format");

    [Fact]
    public void A_signature_alone_is_no_image() => AssertNotAnImage(TestImages.Pixel.AsSpan(0, 12), "broken or truncated");

    [Fact]
    public void A_truncated_jpeg_is_refused() => AssertNotAnImage(Half(TestImages.PhotoJpeg(400, 300)), "broken or truncated");

    [Fact]
    public void A_truncated_png_is_refused()
    {
        using var photo = TestImages.Photo(400, 300);
        AssertNotAnImage(Half(photo.PngsaveBuffer()), "broken or truncated");
    }

    [Fact]
    public void A_truncated_webp_is_refused()
    {
        using var photo = TestImages.Photo(400, 300);
        AssertNotAnImage(Half(photo.WebpsaveBuffer()), "broken or truncated");
    }

    [Fact]
    public void A_truncated_gif_is_refused()
    {
        using var photo = TestImages.Photo(400, 300);
        AssertNotAnImage(Half(photo.GifsaveBuffer()), "broken or truncated");
    }

    [Fact]
    public void A_jpeg_that_lacks_only_its_end_marker_passes()
    {
        var whole = TestImages.PhotoJpeg(400, 300);

        Assert.IsType<ResizeResult.Encoded>(Resize(whole.AsMemory(0, whole.Length - 2)));
    }

    [Fact]
    public void Bytes_after_the_end_do_no_harm()
    {
        using var photo = TestImages.Photo(400, 300);

        Assert.IsType<ResizeResult.Encoded>(Resize(photo.PngsaveBuffer().Concat(new byte[1000]).ToArray()));
        Assert.IsType<ResizeResult.Encoded>(Resize(TestImages.PhotoJpeg(400, 300).Concat(new byte[1000]).ToArray()));
    }

    [Fact]
    public void A_decompression_bomb_is_refused_by_its_header()
    {
        var large = Assert.IsType<ResizeResult.TooLarge>(Resize(Png(65_536, 65_536, new byte[100_000])));

        Assert.Equal("65536x65536 pixels in 1 frame(s), at most 50000000 pixels are allowed", large.Reason);
    }

    [Fact]
    public void A_header_that_promises_more_than_there_is_is_refused() => AssertNotAnImage(Png(2000, 2000, new byte[500]), "broken or truncated");

    [Fact]
    public void An_animation_is_measured_in_all_its_frames()
    {
        var gif = TestImages.Gif(100, 100, frames: 6);

        Assert.IsType<ResizeResult.TooLarge>(Resize(gif, new() { MaxPixels = 50_000 }));
        Assert.IsType<ResizeResult.TooLarge>(Resize(gif, new() { MaxFrames = 5 }));
        Assert.IsType<ResizeResult.Encoded>(Resize(gif, new() { MaxPixels = 60_000, MaxFrames = 6 }));
    }

    [Fact]
    public void A_bitmap_of_impossible_size_is_refused()
    {
        var bitmap = new byte[60];
        "BM"u8.CopyTo(bitmap);
        BinaryPrimitives.WriteInt32LittleEndian(bitmap.AsSpan(10), 54);
        BinaryPrimitives.WriteInt32LittleEndian(bitmap.AsSpan(14), 40);
        BinaryPrimitives.WriteInt32LittleEndian(bitmap.AsSpan(18), int.MaxValue);
        BinaryPrimitives.WriteInt32LittleEndian(bitmap.AsSpan(22), int.MinValue);
        BinaryPrimitives.WriteInt16LittleEndian(bitmap.AsSpan(28), 24);

        AssertNotAnImage(bitmap, "bitmap");
    }

    [Fact]
    public void A_bitmap_is_measured_before_it_is_decoded()
    {
        var bitmap = new byte[62 + 8_000 / 8 * 8_000];
        "BM"u8.CopyTo(bitmap);
        BinaryPrimitives.WriteInt32LittleEndian(bitmap.AsSpan(10), 62);
        BinaryPrimitives.WriteInt32LittleEndian(bitmap.AsSpan(14), 40);
        BinaryPrimitives.WriteInt32LittleEndian(bitmap.AsSpan(18), 8_000);
        BinaryPrimitives.WriteInt32LittleEndian(bitmap.AsSpan(22), 8_000);
        BinaryPrimitives.WriteInt16LittleEndian(bitmap.AsSpan(28), 1);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.StartsWith("8000x8000 pixels", Assert.IsType<ResizeResult.TooLarge>(Resize(bitmap)).Reason, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Theory]
    [InlineData("BM")]
    [InlineData("\0\0\u0001\0\u0005\0")]
    [InlineData("II*\0")]
    [InlineData("GIF89a")]
    [InlineData("RIFF\0\0\0\0WEBP")]
    [InlineData("\0\0\0\u0018ftypavif")]
    public void Broken_files_of_every_format_are_refused(string start)
    {
        var random = new Random(3);
        for (var length = start.Length; length < 400; length += 7)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            for (var i = 0; i < start.Length; i++)
                bytes[i] = (byte)start[i];

            Assert.IsType<ResizeResult.NotAnImage>(Resize(bytes));
        }
    }

    private static byte[] Half(byte[] file) => file[..(file.Length / 2)];

    private static byte[] Png(int width, int height, byte[] rows)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
            zlib.Write(rows);
        return [0x89, .. "PNG\r\n\x1a\n"u8, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, packed.ToArray()), .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] data)
    {
        byte[] chunk = [0, 0, 0, 0, .. type, .. data, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc(chunk.AsSpan(4, data.Length + 4)));
        return chunk;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 1 ? crc >> 1 ^ 0xEDB88320u : crc >> 1;
        }

        return ~crc;
    }

    private static void AssertNotAnImage(ReadOnlySpan<byte> bytes, string reason) =>
        Assert.Contains(reason, Assert.IsType<ResizeResult.NotAnImage>(Resize(bytes.ToArray())).Reason, StringComparison.Ordinal);

    private static ResizeResult Resize(ReadOnlyMemory<byte> bytes, FetchSettings? limits = null) =>
        ImageResizer.Resize(bytes, new(), limits ?? new());
}
