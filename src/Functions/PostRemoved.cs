using Blobpress.Publishing;
using Blobpress.Publishing.Diagnostics;
using Blobpress.Publishing.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Blobpress.Functions;

/// <summary>A file was deleted, says Event Grid through a queue.</summary>
public sealed class PostRemoved(Publishers publishers, HourlyBudget budget, ILogger<PostRemoved> log)
{
    [Function(nameof(PostRemoved))]
    public async Task RunAsync([QueueTrigger("post-removed")] string message, CancellationToken cancel)
    {
        await budget.SpendAsync(cancel);
        log.Note(await publishers.Sources.PublishAsync(EventGridMessage.NameIn(message), cancel));
    }
}
