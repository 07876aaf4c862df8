namespace Blobpress.StorageDouble.Wire;

/// <summary>
/// The account's time of change: follows the clock, yet never the same twice, so each write gets its own ETag
/// even where the clock stands still.
/// </summary>
internal sealed class Stamps(TimeProvider clock)
{
    private long last;

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateTimeOffset Next()
    {
        last = Math.Max(Now.UtcTicks, last + 1);
        return new DateTimeOffset(last, TimeSpan.Zero);
    }

    /// <summary>An identifier in GUID form that is a function of the account's history alone.</summary>
    public Guid NextId() => new(0, 0, 0, BitConverter.GetBytes(Next().UtcTicks));
}
