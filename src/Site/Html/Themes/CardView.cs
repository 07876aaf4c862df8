using Blobpress.Site.Images;
using Blobpress.Site.Listings;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Html.Themes;

/// <summary>A post on a front page.</summary>
internal sealed record CardView
{
    private const string LeadSizes = "(min-width: 56rem) 36rem, 94vw";
    private const string Sizes = "(min-width: 56rem) 15rem, 26vw";

    public required string Title { get; init; }

    public required string Url { get; init; }

    /// <summary>Null where it is the site's.</summary>
    public string? Language { get; init; }

    public required string Excerpt { get; init; }

    public required DateView Date { get; init; }

    public required IReadOnlyList<LinkView> Categories { get; init; }

    public Markup? Picture { get; init; }

    /// <summary>True where the post is held at the head of the home page.</summary>
    public bool Sticky { get; init; }

    /// <summary>True for the first card of the home page.</summary>
    public bool Lead { get; init; }

    /// <param name="settings">The site's.</param>
    /// <param name="post">The post.</param>
    /// <param name="first">True for the page's first card: its picture is loaded at once.</param>
    /// <param name="home">True on the home page, where the first card leads.</param>
    public static CardView Of(SiteSettings settings, PostSummary post, bool first, bool home)
    {
        var lead = first && home;
        return new()
        {
            Title = post.Title,
            Url = post.Url,
            Language = OtherLanguage(settings, post),
            Excerpt = post.Excerpt,
            Date = DateView.Of(post.Date, settings.Language),
            Categories = LinkView.Of(post.Categories),
            Picture = post.Cover is null ? null : Ornament(post.Cover, lead ? LeadSizes : Sizes, eager: first),
            Sticky = home && post.Sticky > 0,
            Lead = lead,
        };
    }

    /// <summary>A header image, without a name of its own: the title beside it says what it stands for.</summary>
    public static Markup Ornament(EncodedImage image, string sizes, bool eager) =>
        new(PictureHtml.Render(image, new("", sizes) { Eager = eager }));

    /// <summary>The post's language where it differs from the page around it.</summary>
    public static string? OtherLanguage(SiteSettings settings, PostSummary post) =>
        string.Equals(post.Language, settings.Language, StringComparison.OrdinalIgnoreCase) ? null : post.Language;
}
