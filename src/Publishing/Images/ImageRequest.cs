namespace Blobpress.Publishing.Images;

/// <summary>An image to fetch.</summary>
/// <param name="Url">Absolute, http or https.</param>
/// <param name="ETag">The validator of the copy at hand, with its quotes as the origin sent it, or null.</param>
/// <param name="LastModified">The date of the copy at hand, or null.</param>
/// <param name="Article">The page the post was first published at: a Referer for hosts that refuse any other, or null.</param>
public sealed record ImageRequest(Uri Url, string? ETag = null, DateTimeOffset? LastModified = null, Uri? Article = null);
