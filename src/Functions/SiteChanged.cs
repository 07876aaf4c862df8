using Blobpress.Publishing;
using Blobpress.Publishing.Diagnostics;
using Microsoft.Azure.Functions.Worker;

namespace Blobpress.Functions;

/// <summary>Posts changed: lists, feeds and sitemap follow. The message only wakes, and may say which trace it belongs to.</summary>
public sealed class SiteChanged(Publishers publishers, HourlyBudget budget)
{
    [Function(nameof(SiteChanged))]
    public async Task RunAsync([QueueTrigger("site-changed")] string message, CancellationToken cancel)
    {
        using var trace = Telemetry.Continue(nameof(SiteChanged), message);
        await budget.SpendAsync(cancel);
        await publishers.Listings.RunAsync(cancel);
    }
}
