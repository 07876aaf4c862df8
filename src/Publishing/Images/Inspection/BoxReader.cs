using System.Buffers.Binary;

namespace Blobpress.Publishing.Images.Inspection;

/// <summary>Reads the fields of a box of an ISO base media file (ISO/IEC 14496-12, 4.2) one after another; past its end all are 0.</summary>
internal ref struct BoxReader(ReadOnlySpan<byte> content)
{
    private ReadOnlySpan<byte> rest = content;

    public readonly bool AtEnd => rest.IsEmpty;

    /// <summary>A big-endian number of 0 to 8 bytes.</summary>
    public ulong Number(int bytes)
    {
        var value = 0UL;
        foreach (var b in Take(bytes))
            value = value << 8 | b;
        return value;
    }

    /// <summary>The next box within; false at the end, and where one is broken.</summary>
    public bool TryBox(out uint type, out BoxReader content)
    {
        type = 0;
        content = default;
        if (rest.Length < 8)
            return false;
        var length = Number(4);
        type = (uint)Number(4);
        var head = 8UL;
        if (length == 1)
            (length, head) = (Number(8), 16);
        if (length == 0)
            length = head + (ulong)rest.Length;
        if (length < head || length - head > (ulong)rest.Length)
            return false;
        content = new(Take((int)(length - head)));
        return true;
    }

    public ReadOnlySpan<byte> Take(int bytes)
    {
        var taken = rest[..Math.Min(bytes, rest.Length)];
        rest = rest[taken.Length..];
        return taken;
    }

    /// <summary>All that is left.</summary>
    public readonly ReadOnlySpan<byte> Rest => rest;

    /// <summary>A box's four letters as a number.</summary>
    public static uint Type(ReadOnlySpan<byte> letters) => BinaryPrimitives.ReadUInt32BigEndian(letters);
}
