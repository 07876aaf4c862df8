using Azure.Storage.Blobs;
using Blobpress.Publishing;
using Blobpress.Publishing.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Blobpress.Functions;

/// <summary>
/// Against Azurite, which has no Event Grid: polling found a new or overwritten file. In Azure the setting
/// <c>AzureWebJobs.PostFound.Disabled</c> switches it off, since the plan there serves Event Grid alone.
/// </summary>
public sealed class PostFound(Publishers publishers, HourlyBudget budget, ILogger<PostFound> log)
{
    [Function(nameof(PostFound))]
    public async Task RunAsync([BlobTrigger("posts/{name}")] BlobClient blob, CancellationToken cancel)
    {
        await budget.SpendAsync(cancel);
        log.Note(await publishers.Sources.PublishAsync(blob.Name, cancel));
    }
}
