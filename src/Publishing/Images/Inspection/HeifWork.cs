namespace Blobpress.Publishing.Images.Inspection;

/// <summary>How much a decoder would have to do for a HEIF or AVIF file: a grid may name one tile thousands of times, and a picture may hide frames that nobody sees.</summary>
internal static class HeifWork
{
    // Tiles reach over the edges of their grid.
    private const int Margin = 2;

    // Layers of a progressive picture.
    private const int MostFrames = 16;

    // A grid of overlays of grids is nobody's photograph.
    private const int Deepest = 4;

    /// <summary>Why the file is not to be decoded; null where it may be.</summary>
    public static string? Refuse(ReadOnlySpan<byte> file, long maxPixels)
    {
        var items = HeifItems.Read(file);
        if (items.IsMinimized)
            return "an AVIF in the minimized form, which is not read";
        var (work, canvas) = (new Dictionary<uint, long>(), 0L);
        var budget = 2L * file.Length;
        var (width, height) = Configured(file, items);
        foreach (var (item, type) in items.Types)
        {
            if (type == BoxReader.Type("av01"u8))
            {
                var stream = new Av1Stream(width, height);
                stream.Read(items.Bytes(file, item, ref budget));
                if (stream.Frames > MostFrames)
                    return $"a picture of more than {MostFrames} frames";
                work[item] = Math.Max(stream.Pixels, 1);
            }
            else if (type == BoxReader.Type("grid"u8) || type == BoxReader.Type("iovl"u8))
            {
                canvas = Math.Max(canvas, Canvas(items.Bytes(file, item, ref budget), type == BoxReader.Type("grid"u8) ? 2 : 8));
            }
        }

        if (budget < 0)
            return "its parts overlap";
        var most = items.Parts.Keys.Concat(work.Keys).Select(item => Work(items, work, item, Deepest)).DefaultIfEmpty().Max();
        return Math.Max(most / Margin, canvas) > maxPixels ? $"parts of {Math.Max(most, canvas)} pixels together, at most {maxPixels} pixels are allowed" : null;
    }

    // What holds for a picture that does not bring a header of its own.
    private static (long Width, long Height) Configured(ReadOnlySpan<byte> file, HeifItems items)
    {
        var (width, height) = (0L, 0L);
        foreach (var (at, length) in items.Configurations)
        {
            var stream = new Av1Stream(0, 0);
            // Four bytes of profile and level, then the units.
            stream.Read(file.Slice(at, length)[Math.Min(4, length)..]);
            if (stream.Width * stream.Height > width * height)
                (width, height) = (stream.Width, stream.Height);
        }

        return (width, height);
    }

    // Version, flags whose lowest bit doubles the size of what follows, and the canvas after the number of rows and columns or the colour.
    private static long Canvas(ReadOnlySpan<byte> derivation, int before)
    {
        var reader = new BoxReader(derivation);
        var size = (reader.Number(2) & 1) == 0 ? 2 : 4;
        reader.Take(before);
        return (long)Math.Min((double)reader.Number(size) * reader.Number(size), long.MaxValue / 2);
    }

    private static long Work(HeifItems items, Dictionary<uint, long> known, uint item, int levels)
    {
        if (known.TryGetValue(item, out var pixels))
            return pixels;
        if (!items.Parts.TryGetValue(item, out var parts))
            return 0;
        // One that is derived from itself, or too deeply, is more than anything.
        if (levels == 0)
            return long.MaxValue / 4;
        foreach (var part in parts)
            pixels = Math.Min(pixels + Work(items, known, part, levels - 1), long.MaxValue / 4);
        // Whatever is below is known by now, so that each item is looked at once.
        return known[item] = pixels;
    }
}
