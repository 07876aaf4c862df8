namespace Blobpress.Site.Links;

/// <summary>How a link names what it leads to.</summary>
public enum LinkKind
{
    /// <summary>By a post's file, as Markdown does: <c>../notes/other.md</c>.</summary>
    Source,

    /// <summary>By a folder or an <c>.html</c> file, which may be a post's or anything: <c>../other/</c>.</summary>
    Folder,

    /// <summary>By a slug or a file below the posts, as the tags of Hexo and Jekyll do.</summary>
    Name,

    /// <summary>By a file or a folder beside the post or anywhere, as Hugo's <c>ref</c> does.</summary>
    Ref,

    /// <summary>By a URL that was the site's own on an earlier host.</summary>
    Url,

    /// <summary>By a file beside the posts that is no post.</summary>
    File,
}
