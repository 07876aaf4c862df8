using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Blobpress.Site.Html.Tags;
using Blobpress.Site.Images;
using Blobpress.Site.Posts;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Html;

/// <summary>Turns a post's body into a sanitized article that waits for its images.</summary>
public static class ArticleParser
{
    // Scripts are off, so that <noscript> is read as elements; frames would take the body's place.
    private static readonly HtmlParserOptions Options = new() { IsScripting = false, IsNotSupportingFrames = true };

    /// <summary>
    /// Renders Markdown (or takes HTML as it is), parses it once (HTML, "Parsing HTML documents"), takes out what may not be on a
    /// page and finds its images. No text makes it throw: what can't be understood is left as text, with a note.
    /// </summary>
    public static ArticleDraft Parse(Post post, SiteSettings settings)
    {
        var notes = new List<Reason>();
        var rules = OriginRules.Of(settings);
        using var document = Read(post, notes);
        var body = document.Body!;
        HtmlSieve.Sift(body);
        var excerpt = string.IsNullOrWhiteSpace(post.Description) ? ArticleText.Lead(body) : ArticleText.Excerpt(post.Description);
        var slots = new ImageSlots(post.Name, rules);
        new Addresses(post, rules, new(settings.Embeds, rules), slots, notes).Settle(body);
        var alignments = Attributes.Alignments(body);
        Sanitizer.Clean(document);
        Attributes.Settle(body, alignments);
        Paragraphs.Order(body);
        Headings.Settle(body, post.Title);
        Blocks.Shape(body);
        foreach (var paragraph in body.QuerySelectorAll("p").ToList())
            slots.Promote(paragraph);
        var cover = Cover(post, rules);
        return new(cover, ArticleWriter.Write(body, slots), settings.Images.Sizes)
        {
            Notes = notes,
            Excerpt = new ProxyText(rules) is var proxies && proxies.IsNamedIn(excerpt) ? proxies.Strip(excerpt) : excerpt,
            Words = ArticleText.Words(body),
        };
    }

    private static IHtmlDocument Read(Post post, List<Reason> notes)
    {
        var html = TemplateTags.Expand(post, notes);
        if (post.Body.Format == BodyFormat.Markdown && !MarkdownRenderer.TryRender(html, out html))
            notes.Add(new(post.Body.FirstLine, 1, "The Markdown nests too deeply to be read and is shown as it is written."));
        return new HtmlParser(Options).ParseDocument("<!doctype html><body>" + NestingLimit.Apply(html));
    }

    private static ImageReference? Cover(Post post, OriginRules rules) =>
        string.IsNullOrWhiteSpace(post.Cover) ? null : new(post.Cover, Origin.Resolve(post.Cover, post.Name, rules), null, null);
}
