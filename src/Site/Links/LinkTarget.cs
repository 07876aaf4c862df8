namespace Blobpress.Site.Links;

/// <summary>Where a link leads now.</summary>
/// <param name="Url">Site-relative.</param>
/// <param name="Title">Of the post; empty for a file.</param>
public sealed record LinkTarget(string Url, string Title);
