using Azure.Storage.Blobs;
using Blobpress.Publishing;
using Blobpress.Publishing.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Blobpress.Functions;

/// <summary>A file was uploaded or overwritten, says Event Grid. Against Azurite, which has none, the sweep finds it.</summary>
public sealed class PostUploaded(Publishers publishers, HourlyBudget budget, ILogger<PostUploaded> log)
{
    [Function(nameof(PostUploaded))]
    public async Task RunAsync([BlobTrigger("posts/{name}", Source = BlobTriggerSource.EventGrid)] BlobClient blob, CancellationToken cancel)
    {
        await budget.SpendAsync(cancel);
        log.Note(await publishers.Sources.PublishAsync(blob.Name, cancel));
    }
}
