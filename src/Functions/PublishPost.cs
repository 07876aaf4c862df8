using Blobpress.Publishing;
using Blobpress.Publishing.Diagnostics;
using Blobpress.Publishing.Posts;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Blobpress.Functions;

/// <summary>A name is to be published: bulk work, a post whose time has come, one whose image came back, one with an outdated look.</summary>
public sealed class PublishPost(Publishers publishers, HourlyBudget budget, ILogger<PublishPost> log)
{
    [Function(nameof(PublishPost))]
    public async Task RunAsync([QueueTrigger("publish-post")] string message, CancellationToken cancel)
    {
        using var trace = Telemetry.Continue(nameof(PublishPost), PublishMessage.TraceIn(message));
        await budget.SpendAsync(cancel);
        if (await publishers.Messages.TakeUpAsync(message, cancel) is { } report)
        {
            log.Note(report);
        }
    }
}
