namespace Blobpress.Publishing.Pure;

/// <summary>
/// Lets work begin as long as all that is under way together is made of few enough bytes: what is made of a text takes up to two
/// hundred times as much memory. First come, first served, so that a large one is not held up by small ones for ever.
/// </summary>
internal static class MemoryShares
{
    /// <summary>The most that is under way at a time, bytes: one post of the largest size, or dozens of usual ones.</summary>
    public const long All = PostSize;

    private const long PostSize = 4 * 1024 * 1024;

    // A usual post; smaller ones take as much.
    private const long Least = 64 * 1024;

    private static readonly Lock Gate = new();
    private static readonly LinkedList<Share> Waiting = [];
    private static long _free = All;

    /// <summary>Waits for a share, which is given back when it is disposed of.</summary>
    /// <exception cref="OperationCanceledException">The token ended the wait.</exception>
    public static IDisposable Take(long bytes, CancellationToken cancel)
    {
        var share = new Share(Math.Clamp(bytes, Least, All));
        lock (Gate)
        {
            Waiting.AddLast(share);
            Serve();
        }

        try
        {
            share.Turn.Wait(cancel);
            return share;
        }
        catch (OperationCanceledException)
        {
            share.Dispose();
            throw;
        }
    }

    private static void Serve()
    {
        while (Waiting.First is { Value: var next } && next.Bytes <= _free)
        {
            Waiting.RemoveFirst();
            _free -= next.Bytes;
            next.Turn.Set();
        }
    }

    private sealed class Share(long bytes) : IDisposable
    {
        public long Bytes { get; } = bytes;

        public ManualResetEventSlim Turn { get; } = new();

        public void Dispose()
        {
            lock (Gate)
            {
                // One that gave up waiting holds nothing.
                if (!Waiting.Remove(this))
                    _free += Bytes;
                Serve();
            }

            Turn.Dispose();
        }
    }
}
