using Blobpress.Local.Keeping;

namespace Blobpress.Local.Tests.Keeping;

public sealed class SweepRhythmTests
{
    private readonly MovedClock _clock = new();

    [Theory]
    [InlineData(10, 1000)]
    [InlineData(3000, 60_000)]
    public async Task Rests_a_second_and_in_proportion_to_the_work(int work, int rest)
    {
        var rhythm = new SweepRhythm(_clock);
        await rhythm.RunAsync(() => Pass(work));
        await Pass(rest - 1);
        Assert.False(rhythm.IsDue);
        await Pass(1);
        Assert.True(rhythm.IsDue);
    }

    [Fact]
    public async Task Does_not_wait_where_something_is_due()
    {
        var rhythm = new SweepRhythm(_clock);
        await rhythm.RunAsync(() => Pass(3000));
        rhythm.Hurry();
        Assert.True(rhythm.IsDue);
        await rhythm.RunAsync(() => Pass(3000));
        Assert.False(rhythm.IsDue);
    }

    [Fact]
    public async Task Rests_after_a_sweep_that_failed_too()
    {
        var rhythm = new SweepRhythm(_clock);
        await Assert.ThrowsAsync<IOException>(() => rhythm.RunAsync(() => throw new IOException()));
        Assert.False(rhythm.IsDue);
    }

    private Task Pass(int milliseconds)
    {
        _clock.Now += TimeSpan.FromMilliseconds(milliseconds);
        return Task.CompletedTask;
    }

    private sealed class MovedClock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
