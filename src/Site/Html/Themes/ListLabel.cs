using Blobpress.Site.Listings;

namespace Blobpress.Site.Html.Themes;

/// <summary>What kind of list a page belongs to, in the site's language.</summary>
internal static class ListLabel
{
    /// <summary>Null for the list of all posts.</summary>
    public static string? Of(ListHeading list, Dictionary<string, string> words) => list.Kind switch
    {
        ListKind.Category => words["category"],
        ListKind.Tag => words["tag"],
        ListKind.Author => words["author"],
        _ => null,
    };

    /// <summary>The name of the index of all terms of a kind.</summary>
    public static string OfIndex(ListKind kind, Dictionary<string, string> words) => kind switch
    {
        ListKind.Category => words["categories"],
        ListKind.Tag => words["tags"],
        ListKind.Author => words["authors"],
        _ => words["archives"],
    };
}
