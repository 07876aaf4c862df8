namespace Blobpress.Site.Html.Themes;

/// <summary>An index of terms as <c>terms.liquid</c> sees it.</summary>
internal sealed record TermsView(
    string Title,
    IReadOnlyList<LinkView> Parents,
    IReadOnlyList<LinkView> Children,
    IReadOnlyList<LinkView> Terms)
{
    public static TermsView Of(TermsPage page, Dictionary<string, string> words) => new(
        page.Title.Length == 0 ? ListLabel.OfIndex(page.Kind, words) : page.Title,
        LinkView.Of(page.Parents),
        LinkView.Of(page.Children),
        LinkView.Of(page.Terms));
}

/// <summary>Where a redirect page leads, as <c>redirect.liquid</c> sees it; <paramref name="Canonical"/> is absolute.</summary>
internal sealed record RedirectView(string Url, string Canonical);
