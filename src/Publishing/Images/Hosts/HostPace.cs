namespace Blobpress.Publishing.Images.Hosts;

/// <summary>How long hosts take to give an image, as this process has seen it: a moving average, so that one large picture does not make a host slow.</summary>
internal sealed class HostPace
{
    private const double Newest = 0.3;

    // Forgetting costs a post one wait; growing without bound would cost memory.
    private const int Remembered = 10_000;

    private readonly Dictionary<string, TimeSpan> _averages = [];

    /// <summary>Takes an answer into account.</summary>
    public void Note(string host, TimeSpan took)
    {
        lock (_averages)
        {
            if (_averages.Count >= Remembered)
            {
                _averages.Clear();
            }

            _averages[host] = _averages.TryGetValue(host, out var average) ? (Newest * took) + ((1 - Newest) * average) : took;
        }
    }

    /// <summary>True where a host takes longer than a limit.</summary>
    public bool IsSlowerThan(string host, TimeSpan limit)
    {
        lock (_averages)
        {
            return _averages.TryGetValue(host, out var average) && average > limit;
        }
    }
}
