using Azure.Core;
using Azure.Core.Pipeline;
using Blobpress.StorageDouble.Tracing;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Simulation;

/// <summary>The end of an SDK's pipeline: hands the request to the account, at once or when the scheduler says.</summary>
internal sealed class DoubleTransport(StorageConnection connection, StorageService service) : HttpPipelineTransport
{
    private static readonly Task Never = new TaskCompletionSource().Task;

    public override Request CreateRequest() => new DoubleRequest();

    public override void Process(HttpMessage message)
    {
        if (connection.Account.Scheduler is not null)
        {
            throw new SimulationException("A scheduler can't hold back a synchronous request; use the Async method.");
        }

        var request = StorageRequest.Read(service, (DoubleRequest)message.Request);
        Answer(message, request, Describe(request));
        if (connection.IsCrashed)
        {
            throw new SimulationException("A synchronous request can't wait for ever in a crashed process.");
        }
    }

    public override ValueTask ProcessAsync(HttpMessage message)
    {
        if (connection.IsCrashed)
        {
            return new ValueTask(Never);
        }

        var request = StorageRequest.Read(service, (DoubleRequest)message.Request);
        var call = Describe(request);
        if (connection.Account.Scheduler is { } scheduler)
        {
            return scheduler.Park(new PendingRequest(connection, call, () => Answer(message, request, call)));
        }

        Answer(message, request, call);
        return connection.IsCrashed ? new ValueTask(Never) : default;
    }

    private StorageCall Describe(StorageRequest request)
    {
        var kind = StorageAccount.Classify(request)
            ?? throw new UnservedRequestException(request.Method, request.Path + Join(request.Query));
        return new(connection.Process, service, kind, request.Method, Uri.UnescapeDataString(request.Path));
    }

    private static string Join(NameValues query) =>
        string.Concat(query.Pairs.Select((pair, index) => $"{(index == 0 ? '?' : '&')}{pair.Key}={pair.Value}"));

    private void Answer(HttpMessage message, StorageRequest request, StorageCall call)
    {
        message.CancellationToken.ThrowIfCancellationRequested();
        var reply = connection.Account.Serve(connection, request, call);
        if (reply is null)
        {
            return;
        }

        // The SDKs compare the ID they sent with the one that comes back.
        message.Response = new DoubleResponse(
            reply.With("x-ms-client-request-id", request.Headers["x-ms-client-request-id"]), message.Request.ClientRequestId);
    }
}
