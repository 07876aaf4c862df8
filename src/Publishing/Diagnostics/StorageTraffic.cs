using Azure.Core;
using Azure.Core.Pipeline;

namespace Blobpress.Publishing.Diagnostics;

/// <summary>Counts the bytes that go to and come from storage, retries included.</summary>
public sealed class StorageTraffic : HttpPipelineSynchronousPolicy
{
    private long _bytes;

    /// <summary>All since the process began.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    public override void OnSendingRequest(HttpMessage message)
    {
        if (message.Request.Content is { } content && content.TryComputeLength(out var length))
        {
            Count("written", length);
        }
    }

    public override void OnReceivedResponse(HttpMessage message)
    {
        // The answer to a HEAD request names the length of what it does not send.
        if (message.Request.Method != RequestMethod.Head && message.Response.Headers.ContentLength is { } length)
        {
            Count("read", length);
        }
    }

    private void Count(string way, long length)
    {
        Interlocked.Add(ref _bytes, length);
        Telemetry.Moved(way, length);
    }
}
