namespace Blobpress.Site.Links;

/// <summary>A published post that a link may mean.</summary>
/// <param name="Name">Its source.</param>
/// <param name="Target">Its page.</param>
public sealed record LinkCandidate(string Name, LinkTarget Target);
