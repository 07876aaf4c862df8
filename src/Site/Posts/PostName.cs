namespace Blobpress.Site.Posts;

/// <summary>What a post may be called.</summary>
internal static class PostName
{
    /// <summary>The most UTF-16 units a name may have; blob names end at 1,024, and URLs hold three bytes for one of them.</summary>
    public const int MaxLength = 400;

    /// <summary>Why a name can't be a post's, or null.</summary>
    public static string? Problem(string name)
    {
        if (name.Length == 0) return "The post has no name.";
        return name.Length > MaxLength ? $"The name is {name.Length} characters long; {MaxLength} is the most." : SourceName.Problem(name);
    }
}
