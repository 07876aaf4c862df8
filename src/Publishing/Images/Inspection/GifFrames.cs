namespace Blobpress.Publishing.Images.Inspection;

/// <summary>The frames of a GIF (GIF89a, Appendix A).</summary>
internal static class GifFrames
{
    private const byte ImageDescriptor = 0x2C;
    private const byte Extension = 0x21;

    /// <summary>How many there are, counted up to one more than <paramref name="most"/>.</summary>
    public static int Count(ReadOnlySpan<byte> file, int most)
    {
        if (file.Length < 13)
            return 0;
        var count = 0;
        for (var at = 13 + ColorTable(file[10]); at < file.Length && count <= most;)
        {
            switch (file[at])
            {
                case ImageDescriptor when at + 10 < file.Length:
                    count++;
                    at = AfterBlocks(file, at + 11 + ColorTable(file[at + 9]));
                    break;
                case Extension:
                    at = AfterBlocks(file, at + 2);
                    break;
                case 0:
                    // Some writers leave an empty block too many.
                    at++;
                    break;
                default:
                    return count;
            }
        }

        return count;
    }

    private static int ColorTable(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    private static int AfterBlocks(ReadOnlySpan<byte> file, int at)
    {
        while (at < file.Length && file[at] != 0)
            at += file[at] + 1;
        return at + 1;
    }
}
