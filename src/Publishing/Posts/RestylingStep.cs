namespace Blobpress.Publishing.Posts;

/// <summary>Some of the posts, to be compared with the look in force.</summary>
/// <param name="Style">The fingerprint that the comparison was begun for; with another in force it is over, since another was begun.</param>
/// <param name="After">The last one that was looked at, a row's key in the list or a name among the records; null at the beginning.</param>
/// <param name="Unlisted">False for the rows of the list of all posts; true for the records of what is in no list.</param>
public sealed record RestylingStep(string Style, string? After, bool Unlisted = false);
