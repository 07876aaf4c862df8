using Blobpress.Publishing;
using Blobpress.Publishing.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Blobpress.Functions;

/// <summary>The clock: what is due is done, and what no event told of is found. Schedules are six-field cron expressions, UTC.</summary>
public sealed class Sweep(Publishers publishers, HourlyBudget budget, QueueWatch queues, ILogger<Sweep> log)
{
    /// <summary>Every few minutes.</summary>
    [Function(nameof(Sweep))]
    public async Task RunAsync([TimerTrigger("%BLOBPRESS_SWEEP%")] TimerInfo timer, CancellationToken cancel)
    {
        await queues.MeasureAsync(cancel);
        await budget.SpendAsync(cancel);
        log.Note(await publishers.Sweep.RunAsync(cancel));
    }

    /// <summary>Every night: also takes up parked messages and compares every file of the site.</summary>
    [Function("ThoroughSweep")]
    public async Task RunThoroughlyAsync([TimerTrigger("%BLOBPRESS_THOROUGH_SWEEP%")] TimerInfo timer, CancellationToken cancel)
    {
        await budget.SpendAsync(cancel);
        log.Note(await publishers.Sweep.RunThoroughlyAsync(cancel));
    }
}
