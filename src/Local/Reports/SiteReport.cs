using Blobpress.Publishing.Images;

namespace Blobpress.Local.Reports;

/// <summary>What became of all posts, and the images that their pages still wait for.</summary>
/// <param name="Posts">In the order of their names.</param>
/// <param name="Owed">The first of these images; each is asked for again by itself.</param>
/// <param name="MoreOwed">How many there are besides.</param>
public sealed record SiteReport(IReadOnlyList<PostReport> Posts, IReadOnlyList<OwedImage> Owed, int MoreOwed);
