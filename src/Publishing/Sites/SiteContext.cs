using Blobpress.Site.Html.Liquid;
using Blobpress.Site.Html.Themes;
using Blobpress.Site.Settings;

namespace Blobpress.Publishing.Sites;

/// <summary>What every page of the site depends on, as in force now.</summary>
/// <param name="Settings">From <c>site.yml</c>.</param>
/// <param name="Theme">From <c>theme/</c>.</param>
/// <param name="Fingerprint">Changes when settings, theme, library or engine do; a page made with another one is out of date.</param>
public sealed record SiteContext(SiteSettings Settings, Theme Theme, string Fingerprint)
{
    /// <summary>Where lists lay before, the latest first.</summary>
    public IReadOnlyList<ListPaths> FormerPaths { get; init; } = [];

    /// <summary>What templates of posts may include.</summary>
    public LiquidLibrary Library { get; init; } = LiquidLibrary.Empty;
}
