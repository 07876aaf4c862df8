namespace Blobpress.Site.Posts;

/// <summary>The part of a post below its front matter.</summary>
/// <param name="Text">The text with <c>\n</c> line ends and without a byte order mark.</param>
/// <param name="Format">How to read it.</param>
/// <param name="FirstLine">The 1-based line of the source file on which <paramref name="Text"/> begins.</param>
public sealed record PostBody(string Text, BodyFormat Format, int FirstLine);

/// <summary>The markup of a body.</summary>
public enum BodyFormat
{
    /// <summary>CommonMark with the extensions the site enables; raw HTML inside it is allowed and sanitized.</summary>
    Markdown,

    /// <summary>HTML through and through: indentation and blank lines mean nothing.</summary>
    Html,
}
