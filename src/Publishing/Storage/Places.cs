namespace Blobpress.Publishing.Storage;

/// <summary>
/// Bounds how many do something at a time. Unlike a semaphore it lets the next one go on within the call that frees a
/// place, on its thread, where a simulation sees it.
/// </summary>
/// <param name="most">At least 1.</param>
internal sealed class Places(int most)
{
    private readonly LinkedList<TaskCompletionSource> _waiting = [];
    private int _free = most;

    /// <summary>Waits for a place.</summary>
    /// <param name="first">Go before all who wait already: for one who had a place and comes back.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task EnterAsync(bool first, CancellationToken cancel)
    {
        var turn = new TaskCompletionSource();
        lock (_waiting)
        {
            if (_free > 0)
            {
                _free--;
                return;
            }

            _ = first ? _waiting.AddFirst(turn) : _waiting.AddLast(turn);
        }

        using var leaving = cancel.UnsafeRegister(static (turn, cancel) => ((TaskCompletionSource)turn!).TrySetCanceled(cancel), turn);
        await turn.Task.ConfigureAwait(false);
    }

    /// <summary>Frees a place.</summary>
    public void Leave()
    {
        while (true)
        {
            TaskCompletionSource next;
            lock (_waiting)
            {
                if (_waiting.First is not { Value: var head })
                {
                    _free++;
                    return;
                }

                next = head;
                _waiting.RemoveFirst();
            }

            // One that has left meanwhile takes none.
            if (next.TrySetResult())
            {
                return;
            }
        }
    }
}
