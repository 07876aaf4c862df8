using Azure;

namespace Blobpress.Publishing.Storage;

/// <summary>Which answers of storage mean "start over with fresh inputs" and which are faults.</summary>
internal static class StorageErrors
{
    // Bounds the loop below; each turn means that somebody else made progress, so more are needed only in a storm.
    private const int Attempts = 20;

    /// <summary>True for a condition that did not hold (412), a thing that exists already (409) or one that went away (404).</summary>
    public static bool IsConflict(this RequestFailedException error) => error.Status is 404 or 409 or 412;

    /// <inheritdoc cref="RetryConflictsAsync{T}"/>
    public static Task RetryConflictsAsync(Func<Task> attempt) => RetryConflictsAsync(async () =>
    {
        await attempt().ConfigureAwait(false);
        return true;
    });

    /// <summary>Runs an attempt again, from its first read, as long as another writer came in between; the last conflict is thrown.</summary>
    public static async Task<T> RetryConflictsAsync<T>(Func<Task<T>> attempt)
    {
        for (var left = Attempts; ; left--)
        {
            try
            {
                return await attempt().ConfigureAwait(false);
            }
            catch (RequestFailedException error) when (error.IsConflict() && left > 1)
            {
            }
        }
    }
}
