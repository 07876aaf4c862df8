namespace Blobpress.StorageDouble.Simulation;

/// <summary>A timer of a <see cref="SimulatedClock"/>, in its list while it is set.</summary>
internal sealed class SimulatedTimer(SimulatedClock clock, Action callback) : ITimer
{
    private TimeSpan period;

    public DateTimeOffset Due { get; private set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        clock.Remove(this);
        this.period = period;
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            Due = clock.GetUtcNow() + dueTime;
            clock.Add(this);
        }

        return true;
    }

    public void Fire()
    {
        var isPeriodic = period > TimeSpan.Zero;
        Change(isPeriodic ? period : Timeout.InfiniteTimeSpan, period);
        callback();
    }

    public void Dispose() => clock.Remove(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
