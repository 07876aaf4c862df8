namespace Blobpress.Publishing.Storage;

/// <summary>Bounded concurrency for work that waits on storage.</summary>
internal static class Concurrently
{
    /// <summary>
    /// Runs a body for each item, at most <paramref name="most"/> at a time, on the caller's thread as far as nothing waits:
    /// so a simulation that decides the order of storage's answers decides the order of everything.
    /// </summary>
    public static Task ForEachAsync<T>(IEnumerable<T> items, int most, Func<T, Task> body)
    {
        var queue = new Queue<T>(items);
        return Task.WhenAll(Enumerable.Range(0, Math.Min(most, queue.Count)).Select(_ => WorkAsync(queue, body)));
    }

    private static async Task WorkAsync<T>(Queue<T> queue, Func<T, Task> body)
    {
        while (true)
        {
            T? item;
            lock (queue)
            {
                if (!queue.TryDequeue(out item))
                {
                    return;
                }
            }

            await body(item).ConfigureAwait(false);
        }
    }
}
