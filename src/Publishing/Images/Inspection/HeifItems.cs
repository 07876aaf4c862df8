namespace Blobpress.Publishing.Images.Inspection;

/// <summary>The items of a HEIF or AVIF file (ISO/IEC 23008-12): what each is, where its bytes are, and which others it is put together from.</summary>
internal sealed class HeifItems
{
    private readonly Dictionary<uint, List<(int Method, ulong Offset, ulong Length)>> extents = [];
    private int dataAt;
    private int dataLength;

    /// <summary>Four letters as a number, by item.</summary>
    public Dictionary<uint, uint> Types { get; } = [];

    /// <summary>The items that one is derived from, in order; one may come many times.</summary>
    public Dictionary<uint, List<uint>> Parts { get; } = [];

    /// <summary>Where in the file a decoder's configuration begins, and how long it is.</summary>
    public List<(int At, int Length)> Configurations { get; } = [];

    /// <summary>True for a file in the minimized form, which names no items.</summary>
    public bool IsMinimized { get; private set; }

    public static HeifItems Read(ReadOnlySpan<byte> file)
    {
        var items = new HeifItems();
        for (var reader = new BoxReader(file); reader.TryBox(out var type, out var box);)
        {
            if (type == BoxReader.Type("meta"u8))
                items.ReadMeta(file, box);
            items.IsMinimized |= type == BoxReader.Type("mini"u8);
        }

        return items;
    }

    /// <summary>The bytes of an item, its extents one after another.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="item">The item.</param>
    /// <param name="budget">Bytes that may be gathered; extents may overlap. What was gathered is taken off it, below 0 where it was not enough.</param>
    public byte[] Bytes(ReadOnlySpan<byte> file, uint item, ref long budget)
    {
        var bytes = new List<byte>();
        foreach (var extent in extents.GetValueOrDefault(item) ?? [])
        {
            var whole = extent.Method == 1 ? file.Slice(dataAt, dataLength) : file;
            var from = (int)Math.Min(extent.Offset, (ulong)whole.Length);
            var length = (int)Math.Min(extent.Length == 0 ? ulong.MaxValue : extent.Length, (ulong)(whole.Length - from));
            budget -= length;
            if (budget < 0)
                break;
            bytes.AddRange(whole.Slice(from, length));
        }

        return [.. bytes];
    }

    private void ReadMeta(ReadOnlySpan<byte> file, BoxReader meta)
    {
        meta.Number(4);
        while (meta.TryBox(out var type, out var box))
        {
            if (type == BoxReader.Type("iinf"u8))
                ReadTypes(box);
            else if (type == BoxReader.Type("iloc"u8))
                ReadPlaces(box);
            else if (type == BoxReader.Type("iref"u8))
                ReadParts(box);
            else if (type == BoxReader.Type("iprp"u8))
                ReadConfigurations(file, box);
            else if (type == BoxReader.Type("idat"u8))
                (dataAt, dataLength) = Place(file, box.Rest);
        }
    }

    private void ReadTypes(BoxReader box)
    {
        var version = box.Number(4) >> 24;
        box.Number(version == 0 ? 2 : 4);
        while (box.TryBox(out _, out var entry))
        {
            var wide = entry.Number(4) >> 24 >= 3;
            var item = (uint)entry.Number(wide ? 4 : 2);
            entry.Number(2);
            Types[item] = (uint)entry.Number(4);
        }
    }

    private void ReadPlaces(BoxReader box)
    {
        var version = box.Number(4) >> 24;
        var sizes = (int)box.Number(2);
        var (offset, length, start, index) = (sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15, version == 0 ? 0 : sizes & 15);
        for (var count = box.Number(version < 2 ? 2 : 4); count > 0 && !box.AtEnd; count--)
        {
            var item = (uint)box.Number(version < 2 ? 2 : 4);
            var method = version == 0 ? 0 : (int)box.Number(2) & 15;
            box.Number(2);
            var from = box.Number(start);
            var own = extents[item] = [];
            for (var parts = box.Number(2); parts > 0 && !box.AtEnd; parts--)
            {
                box.Number(index);
                own.Add((method, from + box.Number(offset), box.Number(length)));
            }
        }
    }

    private void ReadParts(BoxReader box)
    {
        var size = box.Number(4) >> 24 == 0 ? 2 : 4;
        while (box.TryBox(out var type, out var reference))
        {
            if (type != BoxReader.Type("dimg"u8))
                continue;
            var parts = Parts[(uint)reference.Number(size)] = [];
            for (var count = reference.Number(2); count > 0 && !reference.AtEnd; count--)
                parts.Add((uint)reference.Number(size));
        }
    }

    private void ReadConfigurations(ReadOnlySpan<byte> file, BoxReader box)
    {
        while (box.TryBox(out var type, out var properties))
        {
            while (type == BoxReader.Type("ipco"u8) && properties.TryBox(out var kind, out var property))
            {
                if (kind == BoxReader.Type("av1C"u8))
                    Configurations.Add(Place(file, property.Rest));
            }
        }
    }

    private static (int At, int Length) Place(ReadOnlySpan<byte> file, ReadOnlySpan<byte> part) =>
        part.Overlaps(file, out var before) ? (-before, part.Length) : (0, 0);
}
