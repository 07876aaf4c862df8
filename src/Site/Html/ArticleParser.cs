using Blobpress.Site.Html.Tags;
using Blobpress.Site.Html.Tree;
using Blobpress.Site.Images;
using Blobpress.Site.Posts;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Html;

/// <summary>Turns a post's body into a sanitized article that waits for its images.</summary>
public static class ArticleParser
{
    /// <summary>
    /// Renders Markdown (or takes HTML as it is), parses it once (HTML, "Parsing HTML documents"), takes out what may not be on a
    /// page and finds its images. No text makes it throw: what can't be understood is left as text, with a note.
    /// </summary>
    /// <param name="post">The post.</param>
    /// <param name="settings">The site's.</param>
    /// <param name="cancel">Ends the work, which is linear in the body's length.</param>
    /// <returns>The article; or why it holds more than a page may: elements, nesting, length.</returns>
    public static ArticleResult Parse(Post post, SiteSettings settings, CancellationToken cancel = default)
    {
        try
        {
            return new ArticleResult.Drafted(Draft(post, settings, cancel));
        }
        catch (LimitException limit)
        {
            return new ArticleResult.Rejected([new(post.Body.FirstLine, 1, limit.Message)]);
        }
    }

    private static ArticleDraft Draft(Post post, SiteSettings settings, CancellationToken cancel)
    {
        var notes = new List<Reason>();
        var rules = OriginRules.Of(settings);
        var body = Read(post, notes, cancel);
        HtmlSieve.Sift(body);
        var excerpt = string.IsNullOrWhiteSpace(post.Description) ? ArticleText.Lead(body) : ArticleText.Excerpt(post.Description);
        var slots = new ImageSlots(post.Name, rules);
        new Addresses(post, rules, new(settings.Embeds, rules), slots, notes).Settle(body);
        var alignments = Attributes.Alignments(body);
        Sanitizer.Clean(body);
        Attributes.Settle(body, alignments);
        Paragraphs.Order(body);
        Headings.Settle(body, post.Title);
        Blocks.Shape(body);
        foreach (var paragraph in body.Elements().Where(e => e.LocalName == "p").ToList())
            slots.Promote(paragraph);
        var cover = Cover(post, rules);
        return new(cover, ArticleWriter.Write(body, slots), settings.Images.Sizes)
        {
            Notes = notes,
            Excerpt = new ProxyText(rules) is var proxies && proxies.IsNamedIn(excerpt) ? proxies.Strip(excerpt) : excerpt,
            Words = ArticleText.Words(body),
        };
    }

    private static Element Read(Post post, List<Reason> notes, CancellationToken cancel)
    {
        var html = TemplateTags.Expand(post, notes);
        if (post.Body.Format == BodyFormat.Markdown && !MarkdownRenderer.TryRender(html, out html))
            notes.Add(new(post.Body.FirstLine, 1, "The Markdown nests too deeply to be read and is shown as it is written."));
        return HtmlReader.Read(NestingLimit.Apply(html), cancel);
    }

    private static ImageReference? Cover(Post post, OriginRules rules) =>
        string.IsNullOrWhiteSpace(post.Cover) ? null : new(post.Cover, Origin.Resolve(post.Cover, post.Name, rules), null, null);
}
