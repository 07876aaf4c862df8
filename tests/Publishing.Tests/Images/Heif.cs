using System.Buffers.Binary;
using System.Text;

namespace Blobpress.Publishing.Tests.Images;

/// <summary>HEIF files made box by box, as no writer would make them.</summary>
internal static class Heif
{
    /// <summary>A grid (item 1) whose tiles are all the same picture (item 2).</summary>
    public static byte[] Grid(int tiles, int side, int canvas = 64, int part = 2)
    {
        byte[] grid = [0, 0, 0, 0, .. Short(canvas), .. Short(canvas)];
        var parts = Box("iref", [0, 0, 0, 0, .. Box("dimg", [.. Short(1), .. Short(tiles), .. Enumerable.Repeat(Short(part), tiles).SelectMany(p => p)])]);
        return File(parts, ("grid", grid), ("av01", Stream(side, 1)));
    }

    /// <summary>One picture (item 1), its frames hidden or not.</summary>
    public static byte[] Picture(int side, int frames) => File([], ("av01", Stream(side, frames)));

    private static byte[] File(byte[] parts, params (string Type, byte[] Data)[] items)
    {
        byte[] head = Box("ftyp", [.. "avif"u8, 0, 0, 0, 0, .. "avif"u8]);
        var infos = items.SelectMany((item, i) => Box("infe", [2, 0, 0, 0, .. Short(i + 1), 0, 0, .. Encoding.ASCII.GetBytes(item.Type), 0]));
        var info = Box("iinf", [0, 0, 0, 0, .. Short(items.Length), .. infos]);
        byte[] Meta(int start) => Box("meta", [0, 0, 0, 0, .. info, .. Places(start, items), .. parts]);
        return [.. head, .. Meta(head.Length + Meta(0).Length + 8), .. Box("mdat", [.. items.SelectMany(item => item.Data)])];
    }

    private static byte[] Places(int start, (string Type, byte[] Data)[] items)
    {
        var content = new List<byte>([0, 0, 0, 0, 0x44, 0, .. Short(items.Length)]);
        foreach (var (item, i) in items.Select((item, i) => (item, i)))
        {
            content.AddRange([.. Short(i + 1), 0, 0, 0, 1, .. Long(start), .. Long(item.Data.Length)]);
            start += item.Data.Length;
        }

        return Box("iloc", [.. content]);
    }

    // A reduced still picture's header: three bits of profile, two flags, five of level, sixteen for each side.
    private static byte[] Stream(int side, int frames)
    {
        var bits = $"00011{0:b5}{15:b4}{15:b4}{side - 1:b16}{side - 1:b16}".PadRight(56, '0');
        byte[] header = [.. Enumerable.Range(0, 7).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
        byte[] frame = [0x32, 1, 0];
        return [0x0A, (byte)header.Length, .. header, .. Enumerable.Repeat(frame, frames).SelectMany(f => f)];
    }

    private static byte[] Box(string type, byte[] content) => [.. Long(content.Length + 8), .. Encoding.ASCII.GetBytes(type), .. content];

    private static byte[] Short(int value) => [(byte)(value >> 8), (byte)value];

    private static byte[] Long(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
