namespace Blobpress.Publishing.Posts;

/// <summary>Some rows of the list of all posts, to be compared with the look in force.</summary>
/// <param name="Style">The fingerprint that the comparison was begun for; with another in force it is over, since another was begun.</param>
/// <param name="After">The key of the last row that was looked at; null at the beginning.</param>
public sealed record RestylingStep(string Style, string? After);
