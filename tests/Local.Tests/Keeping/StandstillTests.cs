using Blobpress.Local.Keeping;

namespace Blobpress.Local.Tests.Keeping;

public sealed class StandstillTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    [Fact]
    public void Lasts_as_long_as_nothing_changes_and_nothing_is_done()
    {
        var clock = new MovedClock();
        var rest = new Standstill(clock);
        Assert.False(rest.Lasts("a", Longest));
        clock.Now += TimeSpan.FromSeconds(11);
        Assert.True(rest.Lasts("a", Longest));
        Assert.True(rest.HasBegun);
        Assert.False(rest.Lasts("b", Longest));
        clock.Now += TimeSpan.FromSeconds(11);
        rest.End();
        Assert.False(rest.Lasts("b", Longest));
    }

    private sealed class MovedClock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
