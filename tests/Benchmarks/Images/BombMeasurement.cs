using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Blobpress.Benchmarks.Images;

/// <summary>What it costs to refuse half a megabyte that would decode to 4.3 gigapixels.</summary>
internal sealed record BombMeasurement(double Milliseconds, double PeakMegabytes)
{
    private const int Side = 65_536;

    public static async Task<BombMeasurement> MeasureAsync(string folder)
    {
        var file = Path.Combine(folder, "bomb.png");
        await File.WriteAllBytesAsync(file, Png());
        var usage = await PartProcess.RunSelfAsync("refuse", file);
        return new(usage.Milliseconds, usage.PeakMegabytes);
    }

    public void Print(TextWriter output)
    {
        output.WriteLine("| a 65536x65536 PNG refused | ms | MiB, the whole process |");
        output.WriteLine("|---|---:|---:|");
        output.WriteLine(FormattableString.Invariant($"| Blobpress | {Milliseconds:0.0} | {PeakMegabytes:0.0} |"));
        output.WriteLine();
    }

    private static byte[] Png()
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Side);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Side);
        // One bit a pixel, grey: the rows are all zero and shrink a thousandfold.
        header[8] = 1;
        using var rows = new MemoryStream();
        using (var packer = new ZLibStream(rows, CompressionLevel.Optimal))
        {
            var row = new byte[1 + Side / 8];
            for (var y = 0; y < Side; y++)
                packer.Write(row);
        }

        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, rows.ToArray()), .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] data)
    {
        byte[] chunk = [0, 0, 0, 0, .. type, .. data, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc32.HashToUInt32(chunk.AsSpan(4, data.Length + 4)));
        return chunk;
    }
}
