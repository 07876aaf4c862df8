using Azure;
using Blobpress.StorageDouble.Simulation;
using Blobpress.StorageDouble.Tracing;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Direct;

/// <summary>The calls of a process that go round the SDKs' pipelines and reach the services as values.</summary>
internal sealed class DirectCalls(StorageConnection connection)
{
    private static readonly Task Never = new TaskCompletionSource().Task;

    /// <summary>Sends a request, at once or when the scheduler says. It never ends where the process crashed.</summary>
    /// <returns>What the service answers, refusals too.</returns>
    public async Task<StorageReply> SendAsync(StorageRequest request, OperationKind kind, CancellationToken cancel)
    {
        StorageReply? reply = null;
        if (!connection.IsCrashed)
        {
            var call = new StorageCall(connection.Process, request.Service, kind, request.Method, request.Path);
            var answer = () =>
            {
                cancel.ThrowIfCancellationRequested();
                reply = connection.Account.Serve(connection, request, call);
            };
            if (connection.Account.Scheduler is { } scheduler)
            {
                await scheduler.Park(new PendingRequest(connection, call, answer)).ConfigureAwait(false);
            }
            else
            {
                answer();
            }
        }

        if (reply is null)
        {
            await Never.ConfigureAwait(false);
        }

        return reply!;
    }

    /// <summary>Sends a request that must not be refused.</summary>
    /// <exception cref="RequestFailedException">It was.</exception>
    public async Task<StorageReply> RequireAsync(StorageRequest request, OperationKind kind, CancellationToken cancel)
    {
        var reply = await SendAsync(request, kind, cancel).ConfigureAwait(false);
        return reply.Status < 400 ? reply : throw Refusal(reply);
    }

    /// <summary>The exception the SDKs make of a refusal.</summary>
    public static RequestFailedException Refusal(StorageReply reply)
    {
        var error = (StorageError)reply.Value!;
        return new(error.Status, error.Message, error.Code, null);
    }

    /// <summary>The error code of a refusal, null where there is none.</summary>
    public static string? CodeOf(StorageReply reply) => (reply.Value as StorageError)?.Code;

    /// <summary>The response as the SDKs hand it on.</summary>
    public static Response Raw(StorageReply reply) => new DoubleResponse(reply, "");
}
