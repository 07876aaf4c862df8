using System.Globalization;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Blobs;

/// <summary>A part of a blob, cut at the blob's end.</summary>
internal readonly record struct ByteRange(int Start, int Length)
{
    /// <summary>Reads x-ms-range or Range; null where the whole is asked for, 416 where it starts past the end.</summary>
    public static ByteRange? Read(NameValues headers, int size)
    {
        if ((headers["x-ms-range"] ?? headers["Range"]) is not { } text)
        {
            return null;
        }

        var bounds = text["bytes=".Length..].Split('-');
        var start = long.Parse(bounds[0], CultureInfo.InvariantCulture);
        var end = bounds[1].Length == 0 ? long.MaxValue : long.Parse(bounds[1], CultureInfo.InvariantCulture);
        if (start >= size)
        {
            throw BlobErrors.InvalidRange.Raise();
        }

        return new ByteRange((int)start, (int)(Math.Min(end, size - 1) - start + 1));
    }
}
