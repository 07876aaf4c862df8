using System.Net.Sockets;
using Azure;
using Blobpress.StorageDouble.Wire;

namespace Blobpress.StorageDouble.Simulation;

/// <summary>What a fault does to a request, and to its answer.</summary>
internal static class FaultInjection
{
    /// <summary>Performs the request unless the fault keeps it away; null where the service never saw it.</summary>
    public static StorageReply? Perform(Fault? fault, StorageRequest request, Func<StorageReply> perform) => fault switch
    {
        Fault.Answer answer => new StorageError(answer.Status, answer.Code, "A fault was injected.").ToReply(request),
        Fault.Break { IsPerformed: false } or Fault.Crash { IsPerformed: false } => null,
        _ => perform(),
    };

    /// <summary>Delivers the answer, or what the caller gets instead; null to a process that just crashed.</summary>
    public static StorageReply? Deliver(Fault? fault, StorageReply? reply, StorageConnection connection)
    {
        switch (fault)
        {
            case Fault.Crash:
                connection.Crash();
                return null;
            case Fault.Break { TimesOut: true }:
                throw new TaskCanceledException("The operation was cancelled because it exceeded the configured timeout.");
            case Fault.Break:
                throw Reset();
            default:
                return reply;
        }
    }

    // The nesting of HttpClientTransport over a socket that is reset.
    private static RequestFailedException Reset()
    {
        var socket = new SocketException((int)SocketError.ConnectionReset);
        var stream = new IOException("Unable to read data from the transport connection: Connection reset by peer.", socket);
        var http = new HttpRequestException(HttpRequestError.ResponseEnded, "An error occurred while sending the request.", stream);
        return new RequestFailedException(http.Message, http);
    }
}
