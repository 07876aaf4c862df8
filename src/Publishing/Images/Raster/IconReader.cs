using System.Buffers.Binary;

namespace Blobpress.Publishing.Images.Raster;

/// <summary>Picks the best image of a Windows icon: the largest, and of equals the one with most colours.</summary>
internal static class IconReader
{
    private const int EntryLength = 16;

    /// <exception cref="InvalidDataException">An entry points outside the file, or there is none.</exception>
    public static ReadOnlyMemory<byte> Largest(ReadOnlyMemory<byte> icon)
    {
        var bytes = icon.Span;
        var count = BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..]);
        (int Side, int Bits, uint Offset, uint Length) best = default;
        for (var i = 0; i < count && 6 + (i + 1) * EntryLength <= bytes.Length; i++)
        {
            var entry = bytes.Slice(6 + i * EntryLength, EntryLength);
            // A side of 0 stands for 256.
            var candidate = (
                Side: entry[0] == 0 ? 256 : entry[0],
                Bits: (int)BinaryPrimitives.ReadUInt16LittleEndian(entry[6..]),
                Offset: BinaryPrimitives.ReadUInt32LittleEndian(entry[12..]),
                Length: BinaryPrimitives.ReadUInt32LittleEndian(entry[8..]));
            if ((candidate.Side, candidate.Bits).CompareTo((best.Side, best.Bits)) > 0)
                best = candidate;
        }

        if (best.Side == 0 || (ulong)best.Offset + best.Length > (ulong)bytes.Length)
            throw new InvalidDataException("broken icon: an image lies outside the file");
        return icon.Slice((int)best.Offset, (int)best.Length);
    }
}
