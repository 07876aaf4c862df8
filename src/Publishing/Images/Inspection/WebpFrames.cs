using System.Buffers.Binary;

namespace Blobpress.Publishing.Images.Inspection;

/// <summary>The frames of an animated WebP (RFC 9649, section 2.7.1.2).</summary>
internal static class WebpFrames
{
    /// <summary>How many there are, counted up to one more than <paramref name="most"/>; 0 in a still picture.</summary>
    public static int Count(ReadOnlySpan<byte> file, int most)
    {
        var count = 0;
        for (long at = 12; at + 8 <= file.Length && count <= most;)
        {
            var chunk = file[(int)at..];
            count += chunk.StartsWith("ANMF"u8) ? 1 : 0;
            var length = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            at += 8L + length + length % 2;
        }

        return count;
    }
}
