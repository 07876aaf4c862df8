namespace Blobpress.Site.Listings;

/// <summary>Kinds of list.</summary>
public enum ListKind
{
    All,
    Category,
    Tag,
    Author,
}
