using Blobpress.StorageDouble.Tracing;

namespace Blobpress.StorageDouble.Simulation;

/// <summary>A request that waits to be chosen.</summary>
internal sealed class PendingRequest(StorageConnection connection, StorageCall call, Action perform)
{
    // Without RunContinuationsAsynchronously: the caller goes on inside SetResult, on the scheduler's thread.
    private readonly TaskCompletionSource completion = new();

    public StorageConnection Connection { get; } = connection;

    public StorageCall Call { get; } = call;

    public Task Completed => completion.Task;

    /// <summary>Performs the request and runs its caller up to its next request.</summary>
    public void Perform()
    {
        try
        {
            perform();
        }
        catch (Exception fault) when (fault is not UnservedRequestException)
        {
            completion.SetException(fault);
            return;
        }

        if (!Connection.IsCrashed)
        {
            completion.SetResult();
        }
    }
}
