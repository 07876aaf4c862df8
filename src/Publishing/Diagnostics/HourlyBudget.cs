using Azure.Data.Tables;
using Microsoft.Extensions.Logging;

namespace Blobpress.Publishing.Diagnostics;

/// <summary>
/// Stops what would otherwise run for ever at somebody's cost. Instances add up what they used every few calls, so a
/// budget is overrun by what they all do in that time, and no more.
/// </summary>
public sealed class HourlyBudget(TableClient table, StorageTraffic traffic, GuardOptions limits, TimeProvider clock, ILogger<HourlyBudget> log)
{
    // Rare enough to cost nothing, often enough that forty instances overrun by two thousand invocations at most.
    private const int TellEvery = 50;

    private readonly Lock _lock = new();
    private readonly SharedUse _shared = new(table);
    private DateTimeOffset _hour;
    private long _invocations;
    private long _bytesBefore;
    private bool _stopped;

    /// <summary>Counts one invocation; every host calls it before it does anything else.</summary>
    /// <exception cref="BudgetExceededException">The hour's budget is used up; the call works again in the next hour.</exception>
    public async Task SpendAsync(CancellationToken cancel)
    {
        var (own, tell) = Count();
        if (tell && (await _shared.TellAsync(own, cancel).ConfigureAwait(false)).Exceeds(limits))
        {
            Stop(own.Hour);
        }

        ThrowIfStopped();
    }

    private (HourUse Own, bool Tell) Count()
    {
        lock (_lock)
        {
            var hour = HourUse.HourOf(clock.GetUtcNow());
            if (hour != _hour)
            {
                (_hour, _invocations, _bytesBefore, _stopped) = (hour, 0, traffic.Bytes, false);
            }

            _invocations++;
            return (new(hour, _invocations, traffic.Bytes - _bytesBefore), !_stopped && _invocations % TellEvery == 1);
        }
    }

    private void Stop(DateTimeOffset hour)
    {
        lock (_lock)
        {
            if (_hour != hour || _stopped)
            {
                return;
            }

            _stopped = true;
        }

        log.LogCritical(
            "This hour's budget is used up: more than {Invocations} invocations or {Bytes} bytes. Nothing is published until the next hour.",
            limits.InvocationsPerHour,
            limits.BytesPerHour);
    }

    private void ThrowIfStopped()
    {
        lock (_lock)
        {
            if (!_stopped)
            {
                return;
            }
        }

        Telemetry.Stopped();
        throw new BudgetExceededException(
            $"More than {limits.InvocationsPerHour} invocations (Blobpress__Guard__InvocationsPerHour) or {limits.BytesPerHour} bytes (Blobpress__Guard__BytesPerHour) were used in this hour. Nothing is published until the next one.");
    }
}
