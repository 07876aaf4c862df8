namespace Blobpress.Site.Html;

/// <summary>A stretch of an article's HTML and the image that follows it.</summary>
/// <param name="Html">Finished HTML.</param>
/// <param name="Slot">What follows; null in the last part.</param>
internal readonly record struct ArticlePart(string Html, ImageSlot? Slot);
