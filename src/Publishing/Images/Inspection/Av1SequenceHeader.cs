namespace Blobpress.Publishing.Images.Inspection;

/// <summary>Reads the largest frame that a sequence header allows (AV1 Bitstream Specification, 5.5).</summary>
internal ref struct Av1SequenceHeader
{
    private readonly ReadOnlySpan<byte> bytes;
    private int at;

    private Av1SequenceHeader(ReadOnlySpan<byte> bytes) => this.bytes = bytes;

    /// <summary>Pixels; past the end of a broken header all bits are 0.</summary>
    public static (long Width, long Height) Size(ReadOnlySpan<byte> bytes)
    {
        var header = new Av1SequenceHeader(bytes);
        header.SkipToSize();
        var widthBits = (int)header.Bits(4) + 1;
        var heightBits = (int)header.Bits(4) + 1;
        return (header.Bits(widthBits) + 1, header.Bits(heightBits) + 1);
    }

    private void SkipToSize()
    {
        Bits(4);
        if (Flag())
        {
            // A still picture's header leaves all the rest out.
            Bits(5);
            return;
        }

        var delayBits = SkipTiming();
        var initialDelay = Flag();
        for (var points = Bits(5) + 1; points > 0; points--)
        {
            Bits(12);
            if (Bits(5) > 7)
                Bits(1);
            if (delayBits > 0 && Flag())
                Bits(2 * delayBits + 1);
            if (initialDelay && Flag())
                Bits(4);
        }
    }

    // How many bits a delay of the decoder model has; 0 where there is no model.
    private int SkipTiming()
    {
        if (!Flag())
            return 0;
        Bits(32);
        Bits(32);
        if (Flag())
            SkipVariable();
        if (!Flag())
            return 0;
        var delayBits = (int)Bits(5) + 1;
        Bits(32);
        Bits(10);
        return delayBits;
    }

    // uvlc
    private void SkipVariable()
    {
        var zeros = 0;
        while (zeros < 32 && !Flag())
            zeros++;
        Bits(zeros);
    }

    private bool Flag() => Bits(1) == 1;

    private long Bits(int count)
    {
        var value = 0L;
        for (; count > 0; count--, at++)
            value = value * 2 + (at / 8 < bytes.Length ? bytes[at / 8] >> (7 - at % 8) & 1 : 0);
        return value;
    }
}
