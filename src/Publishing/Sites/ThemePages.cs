using Blobpress.Publishing.Pure;
using Blobpress.Site.Html.Themes;

namespace Blobpress.Publishing.Sites;

/// <summary>Pages as the theme in force makes them; where it can't make one within its bounds, as the built-in theme does.</summary>
internal static class ThemePages
{
    // A list's page holds some hundred entries.
    private const int ListSize = 64 * 1024;

    /// <summary>A page.</summary>
    /// <param name="site">Whose theme is in force.</param>
    /// <param name="make">Makes the page by a theme.</param>
    /// <param name="size">The characters of the post that is shown.</param>
    /// <param name="cancel">Ends the work.</param>
    public static string Page(this SiteContext site, Func<Theme, string> make, long size, CancellationToken cancel)
    {
        var (page, _) = PureWork.Try("The theme", size, () => make(site.Theme), cancel);
        return page ?? make(Theme.Default);
    }

    /// <summary>A page without a post.</summary>
    public static string Page(this SiteContext site, Func<Theme, string> make, CancellationToken cancel) => site.Page(make, ListSize, cancel);
}
