using Blobpress.Site.Settings;
using Blobpress.Site.Urls;

namespace Blobpress.Site.Html.Themes;

/// <summary>What the head, the masthead and machines need of a page.</summary>
internal sealed record PageView
{
    /// <summary><c>home</c>, <c>front</c>, <c>archive</c>, <c>terms</c>, <c>post</c> or <c>not-found</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>For the browser's tab.</summary>
    public required string Title { get; init; }

    /// <summary>The page's own title, without the site's.</summary>
    public required string Heading { get; init; }

    public string Description { get; init; } = "";

    /// <summary>Absolute; null for a page that search engines shall not keep.</summary>
    public string? Canonical { get; init; }

    public IReadOnlyList<MenuView> Menu { get; init; } = [];

    /// <summary>The site's feeds and, where it has its own, the list's.</summary>
    public IReadOnlyList<FeedLink> Feeds { get; init; } = [];

    /// <summary>URLs of the style sheets that this page needs beyond the one of all pages.</summary>
    public IReadOnlyList<string> Stylesheets { get; init; } = [];

    /// <summary>URLs of the scripts that this page has a use for.</summary>
    public IReadOnlyList<string> Scripts { get; init; } = [];

    public SocialImage? Image { get; init; }

    /// <summary>JSON-LD.</summary>
    public Markup? StructuredData { get; init; }

    /// <summary>RFC 3339; null where the page is no post.</summary>
    public string? Published { get; init; }

    /// <summary>RFC 3339; null where the page is no post.</summary>
    public string? Modified { get; init; }

    /// <param name="kind">See <see cref="Kind"/>.</param>
    /// <param name="heading">Empty for the home page.</param>
    /// <param name="url">Site-relative, or null for a page without an address of its own.</param>
    /// <param name="settings">The site's.</param>
    /// <param name="words">The theme's, in the site's language.</param>
    public static PageView Of(string kind, string heading, string? url, SiteSettings settings, Dictionary<string, string> words) => new()
    {
        Kind = kind,
        Title = heading.Length == 0 ? settings.Title : $"{heading} – {settings.Title}",
        Heading = heading.Length == 0 ? settings.Title : heading,
        Description = settings.Description,
        Canonical = url is null ? null : AbsoluteUrl.Of(settings, url),
        Menu = SiteMenu.Of(settings, words, url),
        Feeds = FeedLinks.Of("/", settings.Title),
    };
}
