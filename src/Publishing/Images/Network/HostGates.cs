namespace Blobpress.Publishing.Images.Network;

/// <summary>Bounds how many images of one host are fetched at a time. A host's gate lives as long as somebody is at it.</summary>
internal sealed class HostGates
{
    private readonly Dictionary<string, Gate> gates = new(StringComparer.OrdinalIgnoreCase);

    public async Task<IDisposable> EnterAsync(string host, int places, CancellationToken cancellation)
    {
        var gate = Join(host, places);
        try
        {
            await gate.Places.WaitAsync(cancellation);
            return new Place(this, host, gate);
        }
        catch
        {
            Leave(host, gate);
            throw;
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
