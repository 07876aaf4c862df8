namespace Blobpress.StorageDouble.Simulation;

/// <summary>What goes wrong with a request. A closed set.</summary>
public abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>503 ServerBusy, not performed.</summary>
    public static Fault ServerBusy { get; } = new Answer(503, "ServerBusy");

    /// <summary>500 InternalError, not performed.</summary>
    public static Fault InternalError { get; } = new Answer(500, "InternalError");

    /// <summary>429 TooManyRequests, not performed.</summary>
    public static Fault TooManyRequests { get; } = new Answer(429, "TooManyRequests");

    /// <summary>The connection is reset before the request arrives.</summary>
    public static Fault ConnectionReset { get; } = new Break(IsPerformed: false, TimesOut: false);

    /// <summary>The request times out and never arrives.</summary>
    public static Fault Timeout { get; } = new Break(IsPerformed: false, TimesOut: true);

    /// <summary>The request is performed, then the connection is reset and the answer lost.</summary>
    public static Fault AnswerLost { get; } = new Break(IsPerformed: true, TimesOut: false);

    /// <summary>The request is performed, its answer comes too late.</summary>
    public static Fault AnswerTimedOut { get; } = new Break(IsPerformed: true, TimesOut: true);

    /// <summary>The process dies just before the request is performed.</summary>
    public static Fault CrashBefore { get; } = new Crash(IsPerformed: false);

    /// <summary>The process dies after the request was performed, before it reads the answer.</summary>
    public static Fault CrashAfter { get; } = new Crash(IsPerformed: true);

    /// <summary>The service answers this status and error code (for instance 409, 412) without performing the request.</summary>
    public sealed record Answer(int Status, string Code) : Fault;

    /// <summary>
    /// The caller gets no answer: RequestFailedException around an IOException as HttpClientTransport gives on a reset,
    /// TaskCanceledException on a time-out.
    /// </summary>
    public sealed record Break(bool IsPerformed, bool TimesOut) : Fault;

    /// <summary>The process that sent the request crashes: neither this nor another request of it is ever answered.</summary>
    public sealed record Crash(bool IsPerformed) : Fault;
}
