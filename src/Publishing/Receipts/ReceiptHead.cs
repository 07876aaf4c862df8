using Blobpress.Publishing.Posts;

namespace Blobpress.Publishing.Receipts;

/// <summary>What a listing tells of a receipt.</summary>
/// <param name="Name">The receipt's blob name.</param>
/// <param name="Outcome">As in the receipt.</param>
/// <param name="Missing">How many images were not to be had.</param>
/// <param name="Written">When the receipt was written.</param>
public sealed record ReceiptHead(string Name, PublishOutcome Outcome, int Missing, DateTimeOffset Written);
