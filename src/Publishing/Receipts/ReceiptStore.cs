using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Blobpress.Publishing.Posts;

namespace Blobpress.Publishing.Receipts;

/// <summary>
/// Keeps the latest receipt of each source, one blob each, which a rule of the storage may delete when it is old: no
/// receipt decides anything but whether it is written itself.
/// </summary>
public sealed class ReceiptStore(BlobContainerClient receipts, TimeProvider clock)
{
    private const string RevisionKey = "revision";
    private const string OutcomeKey = "outcome";
    private const string MissingKey = "missing";

    /// <summary>
    /// Writes the receipt of a publish that did something. One that found nothing to do leaves the receipt of the work as
    /// it is, unless that one is missing because a crash came before it.
    /// </summary>
    /// <param name="report">What the publish did.</param>
    /// <param name="started">When it began.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task WriteAsync(PublishReport report, DateTimeOffset started, CancellationToken cancel)
    {
        var blob = receipts.GetBlobClient(ReceiptNames.Of(report.Source));
        if (report.Repeated && await IsCurrentAsync(blob, report, cancel).ConfigureAwait(false))
        {
            return;
        }

        var receipt = Receipt.Of(report, started, clock.GetUtcNow());
        var options = new BlobUploadOptions
        {
            HttpHeaders = new() { ContentType = "application/json; charset=utf-8" },
            Metadata = new Dictionary<string, string>
            {
                [RevisionKey] = report.Revision ?? "",
                [OutcomeKey] = receipt.Outcome.ToString(),
                [MissingKey] = receipt.Images.Count(image => image.Reason is not null).ToString(CultureInfo.InvariantCulture),
            },
        };
        await blob.UploadAsync(BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(receipt, ReceiptJson.Readable.Receipt)), options, cancel).ConfigureAwait(false);
    }

    /// <summary>The latest receipt of a source; null where there is none, or one that can't be read.</summary>
    public Task<Receipt?> ReadAsync(string source, CancellationToken cancel) => ReadBlobAsync(ReceiptNames.Of(source), cancel);

    /// <summary>A receipt that a listing named; null where it is gone, or can't be read.</summary>
    public Task<Receipt?> ReadAsync(ReceiptHead head, CancellationToken cancel) => ReadBlobAsync(head.Name, cancel);

    /// <summary>All receipts, in the order of their names.</summary>
    public async IAsyncEnumerable<ReceiptHead> ListAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var blob in receipts.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, null, cancel).ConfigureAwait(false))
        {
            if (Enum.TryParse<PublishOutcome>(Value(blob.Metadata, OutcomeKey), out var outcome))
            {
                _ = int.TryParse(Value(blob.Metadata, MissingKey), CultureInfo.InvariantCulture, out var missing);
                yield return new(blob.Name, outcome, missing, blob.Properties.LastModified ?? DateTimeOffset.MinValue);
            }
        }
    }

    private static async Task<bool> IsCurrentAsync(BlobClient blob, PublishReport report, CancellationToken cancel)
    {
        try
        {
            var kept = (await blob.GetPropertiesAsync(cancellationToken: cancel).ConfigureAwait(false)).Value.Metadata;
            return report.Revision is { } revision
                ? Value(kept, RevisionKey) == revision
                : Value(kept, OutcomeKey) == report.Outcome.ToString();
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            // Of a source that is not there and never was, nothing is to be said.
            return report.Revision is null;
        }
    }

    private async Task<Receipt?> ReadBlobAsync(string name, CancellationToken cancel)
    {
        try
        {
            var blob = await receipts.GetBlobClient(name).DownloadContentAsync(cancel).ConfigureAwait(false);
            return JsonSerializer.Deserialize(blob.Value.Content.ToMemory().Span, ReceiptJson.Readable.Receipt);
        }
        catch (Exception error) when (error is JsonException or RequestFailedException { Status: 404 })
        {
            return null;
        }
    }

    private static string? Value(IDictionary<string, string>? metadata, string key) =>
        metadata is not null && metadata.TryGetValue(key, out var value) ? value : null;
}
