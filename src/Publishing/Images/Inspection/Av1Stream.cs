namespace Blobpress.Publishing.Images.Inspection;

/// <summary>How much there is to decode in a stretch of AV1 (AV1 Bitstream Specification, 5.3 to 5.9): a picture is one frame, but nothing keeps a file from more.</summary>
/// <param name="width">Pixels of a frame, where the stretch does not say; 0 for unknown.</param>
/// <param name="height">Likewise.</param>
internal sealed class Av1Stream(long width, long height)
{
    private const int SequenceHeader = 1;
    private const int FrameHeader = 3;
    private const int Frame = 6;

    public long Width { get; private set; } = width;

    public long Height { get; private set; } = height;

    /// <summary>Pixels of all frames together, hidden ones included.</summary>
    public long Pixels { get; private set; }

    public int Frames { get; private set; }

    /// <summary>Looks through a stretch, unit by unit.</summary>
    public void Read(ReadOnlySpan<byte> units)
    {
        while (units.Length > 0)
        {
            var head = units[0];
            var at = (head & 4) == 0 ? 1 : 2;
            var length = (head & 2) == 0 ? (ulong)units.Length : Length(units, ref at);
            if (at > units.Length)
                return;
            var content = units[at..(at + (int)Math.Min(length, (ulong)(units.Length - at)))];
            Take(head >> 3 & 15, content);
            units = units[(at + content.Length)..];
        }
    }

    private void Take(int type, ReadOnlySpan<byte> content)
    {
        if (type == SequenceHeader)
            (Width, Height) = Av1SequenceHeader.Size(content);
        if (type is not (Frame or FrameHeader))
            return;
        Frames++;
        Pixels += Width * Height;
    }

    // leb128
    private static ulong Length(ReadOnlySpan<byte> units, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; shift < 56 && at < units.Length; shift += 7)
        {
            var b = units[at++];
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80)
                break;
        }

        return value;
    }
}
