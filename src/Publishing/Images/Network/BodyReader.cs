namespace Blobpress.Publishing.Images.Network;

/// <summary>Reads a response's body up to a number of bytes, counted after content decoding, so a gzip bomb ends at the cap.</summary>
internal static class BodyReader
{
    private const int FirstBuffer = 64 * 1024;

    /// <summary>The whole body, or null where it is longer than <paramref name="most"/> bytes.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContent content, long most, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > most)
            return null;
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[Math.Min(Math.Max(content.Headers.ContentLength ?? 0, FirstBuffer), most) + 1];
        var length = 0;
        while (await stream.ReadAsync(buffer.AsMemory(length), cancellation) is var read and > 0)
        {
            length += read;
            if (length > most)
                return null;
            if (length == buffer.Length)
                Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, most + 1));
        }

        return buffer.AsMemory(0, length);
    }
}
