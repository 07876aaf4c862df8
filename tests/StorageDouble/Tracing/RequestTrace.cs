namespace Blobpress.StorageDouble.Tracing;

/// <summary>The requests an account has dealt with, in order. Safe to read while requests go on.</summary>
public sealed class RequestTrace
{
    private readonly Lock gate = new();
    private readonly List<TracedRequest> requests = [];
    private readonly long[] counts = new long[Enum.GetValues<OperationKind>().Length];
    private long written;
    private long read;

    /// <summary>Whether the requests themselves are kept; counts always are. Turn it off for long benchmarks.</summary>
    public bool KeepsRequests { get; set; } = true;

    /// <summary>The requests so far, oldest first (a copy).</summary>
    public IReadOnlyList<TracedRequest> Requests
    {
        get
        {
            lock (gate)
            {
                return [.. requests];
            }
        }
    }

    /// <summary>The counts so far (a copy); subtract two readings to measure what lies between.</summary>
    public OperationCounts Counts
    {
        get
        {
            lock (gate)
            {
                var byKind = Enum.GetValues<OperationKind>().Where(kind => counts[(int)kind] > 0).ToDictionary(kind => kind, kind => counts[(int)kind]);
                return new OperationCounts(byKind, written, read);
            }
        }
    }

    internal void Add(TracedRequest request)
    {
        lock (gate)
        {
            counts[(int)request.Call.Kind] += request.Status == 0 ? 0 : 1;
            written += request.Status == 0 ? 0 : request.BytesSent;
            read += request.BytesReceived;
            if (KeepsRequests)
            {
                requests.Add(request);
            }
        }
    }
}
