namespace Blobpress.Publishing.Images.Network;

/// <summary>
/// Bounds how many images of one host are fetched at a time, and tells all who want something of a host that it does not
/// answer as soon as one has found out. A gate lives as long as somebody is at it.
/// </summary>
internal sealed class HostGates(TimeProvider clock)
{
    // Shorter than the pause after which a host is tried again on purpose.
    private static readonly TimeSpan Lately = TimeSpan.FromSeconds(30);

    // Forgetting costs one more wait; growing without bound would cost memory.
    private const int Remembered = 10_000;

    private readonly Dictionary<string, Gate> gates = [];
    private readonly Dictionary<string, (DateTimeOffset Since, string Why)> silent = [];
    private readonly Dictionary<string, DateTimeOffset> answered = [];

    /// <summary>A place at a host; none where the host failed just now, or fails while others wait, or where none became free in time.</summary>
    public async Task<GateEntry> EnterAsync(string host, int places, TimeSpan patience, CancellationToken cancellation)
    {
        if (Join(host, places) is not { } gate)
            return new(null, Silence(host));
        var entered = false;
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, gate.Closed.Token);
            if (!await gate.Places.WaitAsync(patience, either.Token))
                return new(null, null);
            if (either.IsCancellationRequested)
            {
                // A place became free at the very moment.
                gate.Places.Release();
                either.Token.ThrowIfCancellationRequested();
            }

            entered = true;
            return new(new Place(this, host, gate), null);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new(null, Silence(host));
        }
        finally
        {
            if (!entered)
                Leave(host, gate);
        }
    }

    /// <summary>Notes that a host answered to the end, whatever it said.</summary>
    public void Answered(string host)
    {
        lock (gates)
        {
            silent.Remove(host);
            Remember(answered, host, clock.GetUtcNow());
        }
    }

    /// <summary>True where the host has answered this process.</summary>
    public bool HasAnswered(string host)
    {
        lock (gates)
            return answered.ContainsKey(host);
    }

    /// <summary>Notes that a host gave no answer, and tells those who wait for a place there.</summary>
    /// <param name="host">The host.</param>
    /// <param name="asked">When it was asked: one that answered another request since then is only slow with this one.</param>
    /// <param name="why">What it did instead, for those who wait.</param>
    /// <returns>Whether it is the host's fault.</returns>
    public bool Fail(string host, DateTimeOffset asked, string why)
    {
        Gate? gate;
        lock (gates)
        {
            if (answered.TryGetValue(host, out var last) && last > asked)
                return false;
            answered.Remove(host);
            Remember(silent, host, (clock.GetUtcNow(), why));
            gates.Remove(host, out gate);
        }

        gate?.Closed.Cancel();
        return true;
    }

    private string? Silence(string host)
    {
        lock (gates)
            return silent.TryGetValue(host, out var last) ? last.Why : "it does not answer";
    }

    // Null where the host failed just now.
    private Gate? Join(string host, int places)
    {
        lock (gates)
        {
            if (silent.TryGetValue(host, out var last))
            {
                if (clock.GetUtcNow() - last.Since < Lately)
                    return null;
                silent.Remove(host);
            }

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
            if (gates.TryGetValue(host, out var current) && current == gate)
                gates.Remove(host);
        }

        gate.Dispose();
    }

    private static void Remember<T>(Dictionary<string, T> memory, string host, T value)
    {
        if (memory.Count >= Remembered)
            memory.Clear();
        memory[host] = value;
    }

    private sealed class Gate(int places) : IDisposable
    {
        public SemaphoreSlim Places { get; } = new(places);

        /// <summary>Cancelled when the host fails.</summary>
        public CancellationTokenSource Closed { get; } = new();

        public int Users { get; set; }

        public void Dispose()
        {
            Places.Dispose();
            Closed.Dispose();
        }
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
