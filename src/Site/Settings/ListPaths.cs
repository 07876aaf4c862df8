namespace Blobpress.Site.Settings;

/// <summary>The folders that the site's lists lie in, without slashes at either end. None is within another.</summary>
public sealed record ListPaths
{
    /// <summary>Where they are unless a site says otherwise.</summary>
    public static ListPaths Default { get; } = new();

    /// <summary><c>lists.paths.archives</c>: the archive of all posts.</summary>
    public string Archives { get; init; } = "archives";

    /// <summary><c>lists.paths.categories</c></summary>
    public string Categories { get; init; } = "categories";

    /// <summary><c>lists.paths.tags</c></summary>
    public string Tags { get; init; } = "tags";

    /// <summary><c>lists.paths.authors</c></summary>
    public string Authors { get; init; } = "authors";
}
