namespace Blobpress.Publishing.Images.Network;

/// <summary>Reads a response's body up to a number of bytes, counted after content decoding, so a gzip bomb ends at the cap.</summary>
internal static class BodyReader
{
    // What a response announces is not believed: memory is taken for what arrives.
    private const int FirstBuffer = 64 * 1024;

    /// <summary>The whole body.</summary>
    /// <param name="content">Of the response.</param>
    /// <param name="most">The most bytes.</param>
    /// <param name="share">Takes the memory.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="BodyRefusedException">It is longer than <paramref name="most"/>, or there is no memory for it now.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, long most, BodyMemory.Share share, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > most)
            throw BodyRefusedException.TooLong(most);
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        var buffer = Grow([], Math.Min(FirstBuffer, most + 1), share);
        var length = 0;
        while (await stream.ReadAsync(buffer.AsMemory(length), cancellation) is var read and > 0)
        {
            length += read;
            if (length > most)
                throw BodyRefusedException.TooLong(most);
            if (length == buffer.Length)
                buffer = Grow(buffer, Math.Min(buffer.Length * 2L, most + 1), share);
        }

        return buffer.AsMemory(0, length);
    }

    private static byte[] Grow(byte[] buffer, long length, BodyMemory.Share share)
    {
        if (!share.TryTake(length - buffer.Length))
            throw BodyRefusedException.NoMemory();
        Array.Resize(ref buffer, (int)length);
        return buffer;
    }
}
