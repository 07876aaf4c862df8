using System.Diagnostics;
using System.Diagnostics.Metrics;
using Blobpress.Publishing.Images;
using Blobpress.Publishing.Posts;
using Blobpress.Publishing.Sweeping;

namespace Blobpress.Publishing.Diagnostics;

/// <summary>
/// Traces and metrics of OpenTelemetry. A host that wants them subscribes to <see cref="Name"/>; where none does they cost
/// nothing. No name, address or text of a post is in any tag.
/// </summary>
public static class Telemetry
{
    /// <summary>The name of the trace source and of the meter.</summary>
    public const string Name = "Blobpress";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Posts = Meter.CreateCounter<long>("blobpress.posts", "{post}", "Names published, by outcome.");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("blobpress.publish.duration", "s", "From the call to the record.");
    private static readonly Counter<long> Fetches = Meter.CreateCounter<long>("blobpress.image.fetches", "{request}", "Images asked for, by outcome and host.");
    private static readonly Counter<long> Bytes = Meter.CreateCounter<long>("blobpress.bytes", "By", "Bytes to and from storage, and of images fetched.");
    private static readonly Counter<long> Purges = Meter.CreateCounter<long>("blobpress.purges", "{path}", "Paths purged, by outcome.");
    private static readonly Gauge<double> QueueAge = Meter.CreateGauge<double>("blobpress.queue.age", "s", "How long the oldest message has waited.");
    private static readonly Gauge<long> Parked = Meter.CreateGauge<long>("blobpress.queue.parked", "{message}", "Messages in the poison queues.");
    private static readonly Counter<long> Repairs = Meter.CreateCounter<long>("blobpress.sweep.repairs", "{repair}", "What sweeps set right, by kind.");
    private static readonly Counter<long> Stops = Meter.CreateCounter<long>("blobpress.guard.stops", "{invocation}", "Invocations refused because the hour's budget is used up.");

    /// <summary>The source of traces.</summary>
    public static ActivitySource Source { get; } = new(Name);

    /// <summary>What goes into a message so that whoever takes it up continues this trace (W3C Trace Context); null outside of any.</summary>
    public static string? Traceparent => Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.Id : null;

    /// <summary>Continues the trace that a message came from; a message without one begins its own.</summary>
    public static Activity? Continue(string name, string? traceparent) =>
        ActivityContext.TryParse(traceparent, null, isRemote: true, out var parent)
            ? Source.StartActivity(name, ActivityKind.Consumer, parent)
            : Source.StartActivity(name, ActivityKind.Consumer);

    /// <summary>Measures the publishing of one name.</summary>
    public static async Task<PublishReport> PublishAsync(Func<Task<PublishReport>> publish)
    {
        using var activity = Source.StartActivity("publish");
        var began = Stopwatch.GetTimestamp();
        var report = await publish().ConfigureAwait(false);
        var outcome = new KeyValuePair<string, object?>("outcome", Word(report.Outcome));
        Posts.Add(1, outcome);
        Duration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, outcome);
        activity?.SetTag(outcome.Key, outcome.Value);
        return report;
    }

    /// <summary>Counts an image that was asked for.</summary>
    public static FetchResult Fetched(string host, FetchResult result)
    {
        Fetches.Add(1, new("outcome", Word(result.GetType().Name)), new("host", host));
        if (result is FetchResult.Fetched(var bytes, _, _, _))
        {
            Bytes.Add(bytes.Length, new KeyValuePair<string, object?>("way", "fetched"));
        }

        return result;
    }

    /// <summary>Counts what a sweep found.</summary>
    public static SweepReport Swept(SweepReport report)
    {
        Repair("due", report.Due);
        Repair("missed", report.MissedCount);
        Repair("restyled", report.Restyled);
        foreach (var (violation, count) in report.Violations)
        {
            Repair(violation.ToString(), count);
        }

        Repair("unparked", report.Unparked);
        return report;
    }

    internal static void Moved(string way, long bytes) => Bytes.Add(bytes, new KeyValuePair<string, object?>("way", way));

    internal static void Purged(int paths, string outcome) => Purges.Add(paths, new KeyValuePair<string, object?>("outcome", outcome));

    internal static void Waiting(string queue, TimeSpan age) => QueueAge.Record(age.TotalSeconds, new KeyValuePair<string, object?>("queue", queue));

    internal static void IsParked(string queue, long messages) => Parked.Record(messages, new KeyValuePair<string, object?>("queue", queue));

    internal static void Stopped() => Stops.Add(1);

    private static void Repair(string kind, int count)
    {
        if (count > 0)
        {
            Repairs.Add(count, new KeyValuePair<string, object?>("kind", kind));
        }
    }

    private static string Word<T>(T value) => value!.ToString()!.ToLowerInvariant();
}
