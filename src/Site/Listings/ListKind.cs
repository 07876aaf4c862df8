namespace Blobpress.Site.Listings;

/// <summary>Kinds of list.</summary>
public enum ListKind
{
    All,
    Category,
    Tag,
    Author,

    /// <summary>The archive of all posts, where it is not at its usual place below the home page's own list.</summary>
    Archive,
}
