namespace Blobpress.Site.Posts;

/// <summary>A post, a theme or settings hold more than is sensible: they are to be refused for this.</summary>
/// <param name="message">One sentence for the author, which names the limit.</param>
public sealed class LimitException(string message) : Exception(message);
