using Blobpress.Publishing.Receipts;

namespace Blobpress.Local.Status;

/// <summary>What became of the uploads of a site.</summary>
/// <param name="Groups">Those that need someone's attention first.</param>
/// <param name="LookedAt">How many receipts were looked at where there are more; null where it was all.</param>
public sealed record SiteStatus(IReadOnlyList<StatusGroup> Groups, int? LookedAt);

/// <summary>Uploads that fared alike.</summary>
/// <param name="Heading">What they have in common.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Shown">The latest of them.</param>
public sealed record StatusGroup(string Heading, int Count, IReadOnlyList<Receipt> Shown);
