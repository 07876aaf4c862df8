namespace Blobpress.Site.Posts;

/// <summary>A post holds more than is sensible: it is to be rejected for this.</summary>
/// <param name="message">One sentence for its author, which names the limit.</param>
internal sealed class LimitException(string message) : Exception(message);
