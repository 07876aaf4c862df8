using Azure;
using Blobpress.Publishing.Index;
using Blobpress.Publishing.Storage;

namespace Blobpress.Publishing.Images.Hosts;

/// <summary>
/// A circuit breaker for each host, shared by all instances: one that gives no answer is left alone until its pause is over,
/// and is then tried with a single image (Nygard, "Release It!"; Fowler, "CircuitBreaker").
/// </summary>
internal sealed class HostCircuits(StorageAccount account, TimeProvider clock)
{
    // How long an instance may go without hearing of a host that others found silent: it then waits for it once itself.
    private static readonly TimeSpan Believed = TimeSpan.FromMinutes(1);

    // For asking for one image. Who crashed with it is waited for no longer.
    private static readonly TimeSpan Probe = TimeSpan.FromMinutes(2);

    // It may quote what the host sent; a property of a row has 32 Ki characters.
    private const int LongestReason = 1_000;

    // Forgetting costs a read; growing without bound would cost memory.
    private const int Remembered = 10_000;

    private readonly HostRows _rows = new(account.Images);
    private readonly DueTimes _due = new(account.Lists);
    private readonly Dictionary<string, Known> _known = [];

    /// <summary>Asks whether a host may be asked for an image. Where its pause is over, the first who asks may, and the others wait for what comes of it.</summary>
    /// <returns>Null where it may; else the circuit that is open.</returns>
    public async Task<HostCircuit?> AskAsync(string host, CancellationToken cancel)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            var known = await KnowAsync(host, now, cancel).ConfigureAwait(false);
            if (known.Circuit is not { } circuit)
            {
                return null;
            }

            if (circuit.Until > now)
            {
                return circuit;
            }

            if (await TryWriteAsync(host, circuit with { Until = WholeSecond(now + Probe), IsProbed = true }, known.Seen, cancel).ConfigureAwait(false))
            {
                return null;
            }
        }
    }

    /// <summary>Notes that a host gave no answer. It is due again at the end of its pause.</summary>
    /// <returns>The circuit, open.</returns>
    public async Task<HostCircuit> FailAsync(string host, string reason, CancellationToken cancel)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            var known = await KnowAsync(host, now, cancel).ConfigureAwait(false);
            if (known.Circuit is { IsProbed: false } open && open.Until > now)
            {
                // One of several that were under way told of it before.
                return open;
            }

            var failures = (known.Circuit?.Failures ?? 0) + 1;
            var circuit = new HostCircuit { Reason = reason.Length > LongestReason ? reason[..LongestReason] + "…" : reason, Failures = failures, Until = WholeSecond(now + HostSchedule.PauseAfter(failures)) };

            // Those of this process know at once.
            Remember(host, known with { Circuit = circuit });
            if (await TryWriteAsync(host, circuit, known.Seen, cancel).ConfigureAwait(false))
            {
                return circuit;
            }
        }
    }

    /// <summary>
    /// Notes that a host answered, and has those who wait for it seen to. Only whoever tries a host closes its circuit: as
    /// long as nobody does, an open one stays open until its pause is over.
    /// </summary>
    public async Task AnswerAsync(string host, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (Recall(host) is not { Circuit: { } circuit } known || (!circuit.IsProbed && circuit.Until > now))
        {
            return;
        }

        await _due.AddAsync(now, DueKind.Host, host, cancel).ConfigureAwait(false);
        if (known.Seen is { } seen)
        {
            await _rows.CloseAsync(host, seen, cancel).ConfigureAwait(false);
        }

        Forget(host);
    }

    /// <summary>Has an image asked for when a host answers again.</summary>
    /// <param name="host">The host.</param>
    /// <param name="circuit">Its circuit as it was found open.</param>
    /// <param name="key">The image.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task WaitAsync(string host, HostCircuit circuit, string key, CancellationToken cancel)
    {
        await _rows.AddWaiterAsync(host, key, cancel).ConfigureAwait(false);
        if (!circuit.IsProbed && circuit.Until > clock.GetUtcNow())
        {
            // Nobody can have closed it.
            return;
        }

        // Whoever closed it before the row was there did not see the row.
        if ((await _rows.ReadAsync(host, cancel).ConfigureAwait(false)).Circuit is null)
        {
            await _due.AddAsync(clock.GetUtcNow(), DueKind.Host, host, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>The images that wait for a host, at most <paramref name="most"/>.</summary>
    public Task<IReadOnlyList<HostWaiter>> ReadWaitersAsync(string host, int most, CancellationToken cancel) => _rows.ReadWaitersAsync(host, most, cancel);

    /// <summary>Strikes an image off that was seen to, unless it came to wait again since.</summary>
    public Task RemoveWaiterAsync(HostWaiter waiter, CancellationToken cancel) => _rows.RemoveWaiterAsync(waiter, cancel);

    /// <summary>The circuit as storage has it now; null where it is closed.</summary>
    public async Task<HostCircuit?> ReadAsync(string host, CancellationToken cancel)
    {
        Forget(host);
        return (await KnowAsync(host, clock.GetUtcNow(), cancel).ConfigureAwait(false)).Circuit;
    }

    /// <summary>Forgets a host that nothing waits for: what wants something of it next asks.</summary>
    public async Task ForgetAsync(string host, CancellationToken cancel)
    {
        if (Recall(host) is { Seen: { } seen })
        {
            await _rows.CloseAsync(host, seen, cancel).ConfigureAwait(false);
            Forget(host);
        }

        if ((await _rows.ReadWaitersAsync(host, 1, cancel).ConfigureAwait(false)).Count > 0)
        {
            await _due.AddAsync(clock.GetUtcNow(), DueKind.Host, host, cancel).ConfigureAwait(false);
        }
    }

    // The due time first: a circuit that nobody looks after would stay open.
    private async Task<bool> TryWriteAsync(string host, HostCircuit circuit, ETag? seen, CancellationToken cancel)
    {
        await _due.AddAsync(circuit.Until, DueKind.Host, host, cancel).ConfigureAwait(false);
        try
        {
            var etag = await _rows.WriteAsync(host, circuit, seen, cancel).ConfigureAwait(false);
            Remember(host, new(circuit, etag, clock.GetUtcNow()));
            return true;
        }
        catch (RequestFailedException error) when (error.IsConflict())
        {
            Forget(host);
            return false;
        }
    }

    private async Task<Known> KnowAsync(string host, DateTimeOffset now, CancellationToken cancel)
    {
        if (Recall(host) is { } known && (known.Circuit is { } circuit ? circuit.Until > now : known.At + Believed > now))
        {
            return known;
        }

        var (stored, seen) = await _rows.ReadAsync(host, cancel).ConfigureAwait(false);
        known = new(stored, seen, now);
        Remember(host, known);
        return known;
    }

    private Known? Recall(string host)
    {
        lock (_known)
        {
            return _known.GetValueOrDefault(host);
        }
    }

    private void Remember(string host, Known known)
    {
        lock (_known)
        {
            if (_known.Count >= Remembered)
            {
                _known.Clear();
            }

            _known[host] = known;
        }
    }

    private void Forget(string host)
    {
        lock (_known)
        {
            _known.Remove(host);
        }
    }

    // As due times are kept: what is due is then due here too.
    private static DateTimeOffset WholeSecond(DateTimeOffset moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerSecond));

    private sealed record Known(HostCircuit? Circuit, ETag? Seen, DateTimeOffset At);
}
