namespace Blobpress.Site.Posts;

/// <summary>What the parser made of a file: a post, or the reasons why it is none.</summary>
public abstract record ParseResult
{
    private ParseResult()
    {
    }

    /// <summary>The file is a post.</summary>
    public sealed record Parsed(Post Post) : ParseResult;

    /// <summary>The file can't be read as a post; there is at least one reason.</summary>
    public sealed record Rejected(IReadOnlyList<Reason> Reasons) : ParseResult;
}
