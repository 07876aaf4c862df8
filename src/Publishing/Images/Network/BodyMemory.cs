namespace Blobpress.Publishing.Images.Network;

/// <summary>
/// Bounds the memory that fetched images take until they are encoded. What counts is what has arrived, so a host that
/// sends little takes little, however long it takes.
/// </summary>
/// <param name="enough">Bytes; while that many are held, no further image is asked for.</param>
/// <param name="most">Bytes; what would take more than that is given up, unless nothing else is held.</param>
internal sealed class BodyMemory(long enough = 64_000_000, long most = 256_000_000)
{
    private readonly Queue<TaskCompletionSource> waiting = [];
    private long held;

    /// <summary>Waits until there is room for another image.</summary>
    public Task WaitForRoomAsync(CancellationToken cancellation)
    {
        lock (waiting)
        {
            if (held < enough)
                return Task.CompletedTask;
            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Enqueue(turn);
            return turn.Task.WaitAsync(cancellation);
        }
    }

    /// <summary>Memory for one image, nothing at first; what it holds is given back when it is disposed of.</summary>
    public Share Begin() => new(this);

    private bool TryTake(Share share, long bytes)
    {
        lock (waiting)
        {
            if (held + bytes > most && held > share.Bytes)
                return false;
            held += bytes;
            share.Bytes += bytes;
            return true;
        }
    }

    private void GiveBack(Share share)
    {
        lock (waiting)
        {
            held -= share.Bytes;
            share.Bytes = 0;
            // One at a time is not enough: some of those that waited have left by now.
            while (held < enough && waiting.TryDequeue(out var turn))
                turn.TrySetResult();
        }
    }

    /// <summary>What one image holds.</summary>
    internal sealed class Share(BodyMemory memory) : IDisposable
    {
        /// <summary>Bytes held.</summary>
        public long Bytes { get; set; }

        /// <summary>Takes more; false where there is none.</summary>
        public bool TryTake(long bytes) => memory.TryTake(this, bytes);

        public void Dispose() => memory.GiveBack(this);
    }
}
