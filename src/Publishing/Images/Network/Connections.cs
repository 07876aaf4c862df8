namespace Blobpress.Publishing.Images.Network;

/// <summary>
/// Bounds the requests of a process to all hosts together. Hosts that have not answered yet have places of their own:
/// however many of them stay silent, they take none from those that do answer.
/// </summary>
internal sealed class Connections : IDisposable
{
    private readonly SemaphoreSlim known = new(64);
    private readonly SemaphoreSlim unknown = new(192);

    /// <summary>A place, to be disposed of.</summary>
    public async Task<IDisposable> EnterAsync(bool isKnown, CancellationToken cancellation)
    {
        var places = isKnown ? known : unknown;
        await places.WaitAsync(cancellation);
        return new Place(places);
    }

    public void Dispose()
    {
        known.Dispose();
        unknown.Dispose();
    }

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
