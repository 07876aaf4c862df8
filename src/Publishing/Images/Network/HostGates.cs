namespace Blobpress.Publishing.Images.Network;

/// <summary>Bounds how many images of one host are fetched at a time. A host's gate lives as long as somebody is at it.</summary>
internal sealed class HostGates
{
    private readonly Dictionary<string, Gate> gates = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A place at a host, to be disposed of; null where none became free in time.</summary>
    public async Task<IDisposable?> EnterAsync(string host, int places, TimeSpan patience, CancellationToken cancellation)
    {
        var gate = Join(host, places);
        var entered = false;
        try
        {
            entered = await gate.Places.WaitAsync(patience, cancellation);
            return entered ? new Place(this, host, gate) : null;
        }
        finally
        {
            if (!entered)
                Leave(host, gate);
        }
    }

    private Gate Join(string host, int places)
    {
        lock (gates)
        {
            if (!gates.TryGetValue(host, out var gate))
                gates[host] = gate = new Gate(places);
            gate.Users++;
            return gate;
        }
    }

    private void Leave(string host, Gate gate)
    {
        lock (gates)
        {
            if (--gate.Users > 0)
                return;
            gates.Remove(host);
            gate.Places.Dispose();
        }
    }

    private sealed class Gate(int places)
    {
        public SemaphoreSlim Places { get; } = new(places);

        public int Users { get; set; }
    }

    private sealed class Place(HostGates gates, string host, Gate gate) : IDisposable
    {
        public void Dispose()
        {
            gate.Places.Release();
            gates.Leave(host, gate);
        }
    }
}
