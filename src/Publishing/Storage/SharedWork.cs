namespace Blobpress.Publishing.Storage;

/// <summary>
/// Does a piece of work once for all who ask for it while it is under way. Each of them waits for a task of its own, may
/// leave before the work ends, and goes on when it ends, one after another on the thread that ended it: a task that several
/// wait for would carry all but one of them to other threads, out of a simulation's sight.
/// </summary>
internal sealed class SharedWork<TKey, TResult>
    where TKey : notnull
{
    private readonly Dictionary<TKey, List<TaskCompletionSource<TResult>>> _underWay = [];

    /// <summary>The result of the work that is under way, or of this.</summary>
    /// <param name="key">What the work is about.</param>
    /// <param name="work">Begun where none is under way; nobody's token ends it, since others may wait for it.</param>
    /// <param name="cancel">Ends the wait, not the work.</param>
    public async Task<TResult> RunAsync(TKey key, Func<Task<TResult>> work, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var waiter = new TaskCompletionSource<TResult>();
        bool first;
        lock (_underWay)
        {
            first = _underWay.TryAdd(key, []);
            _underWay[key].Add(waiter);
        }

        using var leaving = cancel.UnsafeRegister(static (waiter, cancel) => ((TaskCompletionSource<TResult>)waiter!).TrySetCanceled(cancel), waiter);
        if (first)
        {
            _ = DoAsync(key, work);
        }

        return await waiter.Task.ConfigureAwait(false);
    }

    private async Task DoAsync(TKey key, Func<Task<TResult>> work)
    {
        try
        {
            var result = await work().ConfigureAwait(false);
            End(key).ForEach(waiter => waiter.TrySetResult(result));
        }
        catch (Exception fault)
        {
            End(key).ForEach(waiter => waiter.TrySetException(fault));
        }
    }

    private List<TaskCompletionSource<TResult>> End(TKey key)
    {
        lock (_underWay)
        {
            return _underWay.Remove(key, out var waiters) ? waiters : [];
        }
    }
}
