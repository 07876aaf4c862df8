using Blobpress.Site.Images;
using Blobpress.Site.Listings;

namespace Blobpress.Site.Html;

/// <summary>All that a post's page shows but its neighbours; kept beside the page so that it can be rendered again.</summary>
public sealed record PageContent
{
    public required PostSummary Summary { get; init; }

    /// <summary>The sanitized body, images as <c>&lt;picture&gt;</c>.</summary>
    public required string Html { get; init; }

    /// <summary>The header image, not repeated where the body begins with it.</summary>
    public EncodedImage? Cover { get; init; }

    /// <summary>The header image's placeholder HTML where it could not be had, or null.</summary>
    public string? CoverPlaceholder { get; init; }

    public bool Comments { get; init; }

    /// <summary>Words, a CJK character counting as one.</summary>
    public int Words { get; init; }
}

/// <summary>A post's page, ready to render.</summary>
/// <param name="Content">The post's own part.</param>
/// <param name="Newer">The next newer post of the site, or null.</param>
/// <param name="Older">The next older post of the site, or null.</param>
public sealed record PostPage(PageContent Content, PostLink? Newer, PostLink? Older);
