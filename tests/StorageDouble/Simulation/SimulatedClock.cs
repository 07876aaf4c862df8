namespace Blobpress.StorageDouble.Simulation;

/// <summary>
/// A clock that moves only when told. Timers fire, and delays on it resume, within <see cref="Advance"/> and
/// <see cref="FireNext"/>, earliest first. Not for several threads.
/// </summary>
/// <param name="start">The time at first.</param>
public sealed class SimulatedClock(DateTimeOffset start) : TimeProvider
{
    private readonly List<SimulatedTimer> timers = [];
    private DateTimeOffset now = start;

    /// <summary>A clock at 2026-01-01T00:00:00Z.</summary>
    public SimulatedClock()
        : this(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now;

    /// <inheritdoc/>
    public override long GetTimestamp() => now.UtcTicks;

    /// <summary>Moves on by a span, not negative, firing what falls due on the way.</summary>
    public void Advance(TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        var end = now + span;
        while (Next() is { } timer && timer.Due <= end)
        {
            Fire(timer);
        }

        now = end;
    }

    /// <summary>Moves on to the earliest timer and fires it; false where there is none.</summary>
    public bool FireNext()
    {
        if (Next() is not { } timer)
        {
            return false;
        }

        Fire(timer);
        return true;
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimulatedTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Add(SimulatedTimer timer) => timers.Add(timer);

    internal void Remove(SimulatedTimer timer) => timers.Remove(timer);

    private SimulatedTimer? Next() => timers.MinBy(timer => timer.Due);

    private void Fire(SimulatedTimer timer)
    {
        now = timer.Due > now ? timer.Due : now;
        timer.Fire();
    }
}
