namespace Blobpress.Local.Keeping;

/// <summary>Tells work that goes on from work that is found again and again.</summary>
internal sealed class Standstill(TimeProvider clock)
{
    private string? _state;

    private long _since = clock.GetTimestamp();

    /// <summary>True where the last state was that of the call before.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Something was done.</summary>
    public void End() => _state = null;

    /// <summary>True where the state is what it was at every call for so long, and nothing was done.</summary>
    public bool Lasts(string state, TimeSpan longest)
    {
        HasBegun = state == _state;
        if (!HasBegun)
        {
            (_state, _since) = (state, clock.GetTimestamp());
        }

        return clock.GetElapsedTime(_since) > longest;
    }
}
