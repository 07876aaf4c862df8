using System.Diagnostics;
using System.Diagnostics.Metrics;
using Blobpress.Publishing.Diagnostics;
using Blobpress.Publishing.Posts;

namespace Blobpress.Publishing.Tests.Diagnostics;

public sealed class TelemetryTests
{
    [Fact]
    public void Whoever_takes_up_a_message_continues_the_trace_it_came_from()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Telemetry.Name,
            Sample = (ref _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        using var sent = Telemetry.Source.StartActivity("sent");
        var message = PublishMessage.Of("a.md");
        sent!.Stop();

        using var taken = Telemetry.Continue("taken", PublishMessage.TraceIn(message));
        Assert.Equal("a.md", PublishMessage.NameIn(message));
        Assert.Equal(sent.TraceId, taken!.TraceId);
        Assert.Equal(sent.SpanId, taken.ParentSpanId);
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("""{"name":"a.md"}""")]
    [InlineData("7")]
    public void A_message_without_a_trace_is_no_fault(string message) => Assert.Null(PublishMessage.TraceIn(message));

    [Fact]
    public async Task Posts_are_counted_by_outcome()
    {
        var counted = new List<(long, object?)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == "blobpress.posts")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
        {
            lock (counted)
            {
                counted.Add((value, tags[0].Value));
            }
        });
        listener.Start();
        await Telemetry.PublishAsync(() => Task.FromResult(new PublishReport { Source = "a.md", Outcome = PublishOutcome.Scheduled }));
        Assert.Contains((1, "scheduled"), counted);
    }
}
