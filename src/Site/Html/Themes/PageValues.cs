using Blobpress.Site.Listings;
using Blobpress.Site.Settings;
using Blobpress.Site.Urls;

namespace Blobpress.Site.Html.Themes;

/// <summary>The variables each kind of page gives its templates: <c>site</c>, <c>words</c>, <c>page</c> and one of the page's own.</summary>
internal sealed class PageValues(SiteSettings settings, Dictionary<string, string> words, SiteView site, ThemeAssets assets)
{
    public Dictionary<string, object> Post(PostPage page)
    {
        var post = page.Content.Summary;
        var image = SocialImage.Of(settings, post.Cover ?? page.Content.Cover);
        var head = Page("post", post.Title, post.Url) with
        {
            Description = post.Excerpt,
            Stylesheets = assets.StylesheetsFor(page.Content.Html),
            Scripts = assets.ScriptsFor(page.Content.Html),
            Image = image,
            StructuredData = post.IsPage ? null : StructuredData.Of(settings, page.Content, image),
            Published = post.IsPage ? null : DateText.Iso(post.Date),
            Modified = post.IsPage ? null : DateText.Iso(post.Updated ?? post.Date),
        };
        return Values(head, "post", PostView.Of(settings, page, words));
    }

    public Dictionary<string, object> Front(FrontPage page)
    {
        var kind = page.List.Kind == ListKind.All ? "home" : "front";
        var head = Page(kind, page.List.Title, page.List.Url) with { Feeds = FeedsOf(page.List) };
        return Values(head, "front", FrontView.Of(settings, page, words));
    }

    public Dictionary<string, object> Archive(ArchivePage page)
    {
        var view = ArchiveView.Of(page, settings.Language, words);
        var title = view.Label is null ? view.Title : $"{view.Title} · {view.Label.Title}";
        return Values(Page("archive", title, page.Url) with { Feeds = FeedsOf(page.List) }, "archive", view);
    }

    public Dictionary<string, object> Terms(TermsPage page)
    {
        var view = TermsView.Of(page, words);
        return Values(Page("terms", view.Title, page.Url), "terms", view);
    }

    public Dictionary<string, object> NotFound() =>
        new() { ["site"] = site, ["words"] = words, ["page"] = Page("not-found", words["not_found"], url: null) };

    public Dictionary<string, object> Redirect(string toUrl) =>
        new() { ["site"] = site, ["words"] = words, ["redirect"] = new RedirectView(toUrl, AbsoluteUrl.Of(settings, toUrl)) };

    private PageView Page(string kind, string heading, string? url) => PageView.Of(kind, heading, url, settings, words);

    private Dictionary<string, object> Values(PageView page, string name, object view) =>
        new() { ["site"] = site, ["words"] = words, ["page"] = page, [name] = view };

    private IReadOnlyList<FeedLink> FeedsOf(ListHeading list) => list.Feeds && list.Kind != ListKind.All
        ? [.. FeedLinks.Of(list.Url, $"{list.Title} – {settings.Title}"), .. site.Feeds]
        : site.Feeds;
}
