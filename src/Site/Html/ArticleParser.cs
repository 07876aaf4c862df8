using Blobpress.Site.Html.Code;
using Blobpress.Site.Html.CommonMark;
using Blobpress.Site.Html.Formulas;
using Blobpress.Site.Html.Liquid;
using Blobpress.Site.Html.Markup;
using Blobpress.Site.Html.Scripts;
using Blobpress.Site.Html.Tags;
using Blobpress.Site.Html.Tree;
using Blobpress.Site.Images;
using Blobpress.Site.Links;
using Blobpress.Site.Posts;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Html;

/// <summary>Turns a post's body into a sanitized article that waits for its images.</summary>
public static class ArticleParser
{
    // How many kinds of markup that became text are told of.
    private const int MaxShown = 20;

    /// <summary>
    /// Renders Markdown (or takes HTML as it is), parses it once (HTML, "Parsing HTML documents"), takes out what may not be on a
    /// page and finds its images. No text makes it throw: what can't be understood is left as text, with a note.
    /// </summary>
    /// <param name="post">The post.</param>
    /// <param name="settings">The site's.</param>
    /// <param name="cancel">Ends the work, which is linear in the body's length.</param>
    /// <returns>The article; or why it holds more than a page may: elements, nesting, length.</returns>
    public static ArticleResult Parse(Post post, SiteSettings settings, CancellationToken cancel = default) =>
        Parse(post, settings, LiquidLibrary.Empty, LinkTargets.Unknown, cancel);

    /// <summary>As <see cref="Parse(Post, SiteSettings, CancellationToken)"/>, with the links of <see cref="ArticleDraft.Links"/> led to where they lead now.</summary>
    public static ArticleResult Parse(Post post, SiteSettings settings, LinkTargets targets, CancellationToken cancel = default) =>
        Parse(post, settings, LiquidLibrary.Empty, targets, cancel);

    /// <summary>The same with what templates of the post may include.</summary>
    public static ArticleResult Parse(Post post, SiteSettings settings, LiquidLibrary library, LinkTargets targets, CancellationToken cancel = default)
    {
        try
        {
            return new ArticleResult.Drafted(Draft(post, settings, library, targets, cancel));
        }
        catch (LimitException limit)
        {
            return new ArticleResult.Rejected([new(post.Body.FirstLine, 1, limit.Message)]);
        }
    }

    private static ArticleDraft Draft(Post post, SiteSettings settings, LiquidLibrary library, LinkTargets targets, CancellationToken cancel)
    {
        var notes = new ArticleNotes(post.Body);
        var rules = OriginRules.Of(settings);
        var body = Read(post, settings, library, targets, notes, cancel);
        if (post.Body.Format == BodyFormat.Markdown && settings.Markdown.Emoji)
            EmojiCodes.Settle(body);
        if (post.Body.Format == BodyFormat.Markdown)
            BareLinks.Settle(body);
        foreach (var text in body.Descendants().OfType<TextNode>())
            text.Data = PostTarget.Unfold(text.Data);
        HtmlSieve.Sift(body, notes);
        var contents = Contents.Find(body);
        LineJoins.Settle(body);
        var budget = new ScriptBudget();
        var typesetting = new Typesetting(budget, notes, cancel);
        typesetting.Settle(body, single: post.Body.Format == BodyFormat.Html);
        var excerpt = string.IsNullOrWhiteSpace(post.Description) ? ArticleText.Lead(body) : ExcerptText.Cut(ExcerptText.Of(post.Description, typesetting.Text));
        var slots = new ImageSlots(post.Name, rules, notes);
        var links = new InnerLinks(post, settings, rules, targets, notes);
        new Addresses(post, rules, new(settings.Embeds, post.Name, rules, notes), slots, links, notes).Settle(body);
        var alignments = Attributes.Alignments(body);
        var code = new CodeBlocks(settings.Generator, budget, cancel);
        code.Find(body);
        Sanitizer.Clean(body);
        Anchors.Settle(body, post, settings.Generator, notes);
        Attributes.Settle(body, alignments);
        Paragraphs.Order(body);
        Headings.Settle(body, post.Title);
        Blocks.Shape(body);
        code.Shape();
        contents.Settle(body, post.Contents ?? (settings.Contents ? true : null));
        foreach (var paragraph in body.Elements().Where(e => e.LocalName == "p").ToList())
            slots.Promote(paragraph);
        var cover = Cover(post, rules);
        var limit = OutputLimit.OfBody(post.Body.Text);
        var parts = ArticleWriter.Write(body, slots, limit);
        return new(cover, parts, settings.Images.Sizes, limit.Room)
        {
            Notes = notes.All,
            Links = links.References,
            Excerpt = new ProxyText(rules) is var proxies && proxies.IsNamedIn(excerpt) ? proxies.Strip(excerpt) : excerpt,
            Words = ArticleText.Words(body),
        };
    }

    private static Element Read(Post post, SiteSettings settings, LiquidLibrary library, LinkTargets targets, ArticleNotes notes, CancellationToken cancel)
    {
        var html = settings.Generator == Generator.Jekyll ? JekyllText.Expand(post, settings, library, targets, notes) : TemplateTags.Expand(post, settings, targets, notes);
        if (post.Body.Format == BodyFormat.Markdown)
            html = Markdown(html, post, settings, notes);
        html = MarkupRepair.Apply(html, post.Body.Format, out var shown);
        foreach (var markup in shown.Take(MaxShown))
            notes.Add(markup, $"{Excerpt.Of(markup, 60)} is no markup that is closed here, and is shown as it is written.");
        return HtmlReader.Read(NestingLimit.Apply(html), cancel);
    }

    private static string Markdown(string text, Post post, SiteSettings settings, ArticleNotes notes)
    {
        var left = MarkdownRenderer.Render(text, MarkdownDialect.Of(settings, post.Language), out var html);
        if (left is null)
            notes.Add(0, 1, "The Markdown nests too deeply to be read and is shown as it is written.");
        foreach (var (line, message) in left ?? [])
            notes.Add(line, 1, message);
        return html;
    }

    private static ImageReference? Cover(Post post, OriginRules rules)
    {
        if (string.IsNullOrWhiteSpace(post.Cover))
            return null;
        var (first, other) = OwnFolder.Of(post.Cover, Origin.Resolve(post.Cover, post.Name, rules), post.Name, rules);
        return new(post.Cover, first, null, null) { Other = other is null ? null : new(post.Cover, other, null, null) };
    }
}
