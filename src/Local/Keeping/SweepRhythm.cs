namespace Blobpress.Local.Keeping;

/// <summary>When the sweep looks at all sources again: every second in a small site, ever more rarely as it takes longer.</summary>
internal sealed class SweepRhythm(TimeProvider clock)
{
    private static readonly TimeSpan ShortestRest = TimeSpan.FromSeconds(1);

    // So a sweep never takes more than a twentieth of the machine's time.
    private const int RestPerWork = 20;

    private long _ended = clock.GetTimestamp();

    private TimeSpan _rest = ShortestRest;

    /// <summary>True where the rest is over.</summary>
    public bool IsDue => clock.GetElapsedTime(_ended) >= _rest;

    /// <summary>The next one does not wait.</summary>
    public void Hurry() => _rest = TimeSpan.Zero;

    /// <summary>Runs a sweep and rests in proportion.</summary>
    public async Task RunAsync(Func<Task> sweep)
    {
        var began = clock.GetTimestamp();
        try
        {
            await sweep();
        }
        finally
        {
            _ended = clock.GetTimestamp();
            _rest = TimeSpan.FromTicks(Math.Max(ShortestRest.Ticks, clock.GetElapsedTime(began, _ended).Ticks * RestPerWork));
        }
    }
}
