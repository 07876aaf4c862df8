using System.Buffers.Binary;
using System.Text;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace Blobpress.Publishing.Tests.Images;

/// <summary>
/// Takes an animation apart (RFC 9649), since ImageSharp reads WebP stills only: each frame is put into a file of its own, read by
/// the judge, and laid over what was shown before.
/// </summary>
/// <param name="Loops">How often it plays; 0 for ever.</param>
/// <param name="Frames">What is shown, and for how many milliseconds.</param>
internal sealed record AnimatedWebp(int Loops, IReadOnlyList<(Image<Rgba32> Shown, int Milliseconds)> Frames)
{
    private const byte AlphaFlag = 0x10;
    private const byte DoNotBlend = 2;
    private const byte Dispose = 1;
    private const int FrameHeader = 16;

    public static AnimatedWebp Read(ReadOnlyMemory<byte> file)
    {
        var chunks = Chunks(file[12..]).ToList();
        var canvas = chunks.Single(chunk => chunk.Type == "VP8X").Data.Span;
        using var shown = new Image<Rgba32>(Number(canvas[4..]) + 1, Number(canvas[7..]) + 1);
        var frames = new List<(Image<Rgba32>, int)>();
        foreach (var (_, frame) in chunks.Where(chunk => chunk.Type == "ANMF"))
        {
            var header = frame.Span[..FrameHeader];
            var at = new Point(Number(header) * 2, Number(header[3..]) * 2);
            using var own = Still(frame[FrameHeader..], Number(header[6..]) + 1, Number(header[9..]) + 1);
            Lay(shown, own, at, blend: (header[15] & DoNotBlend) == 0);
            frames.Add((shown.Clone(), Number(header[12..])));
            if ((header[15] & Dispose) != 0)
            {
                using var nothing = new Image<Rgba32>(own.Width, own.Height);
                Lay(shown, nothing, at, blend: false);
            }
        }

        return new(BinaryPrimitives.ReadUInt16LittleEndian(chunks.Single(chunk => chunk.Type == "ANIM").Data.Span[4..]), frames);
    }

    private static void Lay(Image<Rgba32> canvas, Image<Rgba32> frame, Point at, bool blend) => canvas.Mutate(pixels => pixels.DrawImage(
        frame, at, new GraphicsOptions { AlphaCompositionMode = blend ? PixelAlphaCompositionMode.SrcOver : PixelAlphaCompositionMode.Src }));

    private static Image<Rgba32> Still(ReadOnlyMemory<byte> data, int width, int height)
    {
        var parts = Chunks(data).ToList();
        byte[] body = [.. parts.SelectMany(part => Chunk(part.Type, part.Data.Span))];
        byte[] file = parts[0].Type == "ALPH" ? [.. Chunk("VP8X", [AlphaFlag, 0, 0, 0, .. Bytes(width - 1), .. Bytes(height - 1)]), .. body] : body;
        return Judge.Read(Chunk("RIFF", [.. "WEBP"u8, .. file]));
    }

    private static IEnumerable<(string Type, ReadOnlyMemory<byte> Data)> Chunks(ReadOnlyMemory<byte> data)
    {
        while (data.Length >= 8)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(data.Span[4..]);
            yield return (Encoding.ASCII.GetString(data.Span[..4]), data.Slice(8, length));
            data = data[Math.Min(8 + length + (length & 1), data.Length)..];
        }
    }

    private static byte[] Chunk(string type, ReadOnlySpan<byte> data)
    {
        byte[] length = [0, 0, 0, 0];
        BinaryPrimitives.WriteInt32LittleEndian(length, data.Length);
        return [.. Encoding.ASCII.GetBytes(type), .. length, .. data, .. (data.Length & 1) == 0 ? [] : new byte[1]];
    }

    private static int Number(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    private static byte[] Bytes(int number) => [(byte)number, (byte)(number >> 8), (byte)(number >> 16)];
}
