using Blobpress.Site.Html.Tags;
using Blobpress.Site.Links;
using Blobpress.Site.Posts;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Html.Liquid;

/// <summary>The body of a Jekyll post with its templates expanded: Liquid first, as Jekyll does it, in code too; then the tags that are no part of Liquid.</summary>
internal static class JekyllText
{
    /// <summary>Expands them; of what can't be read or is not known there is a note. It throws nothing.</summary>
    public static string Expand(Post post, SiteSettings settings, LiquidLibrary library, LinkTargets targets, ArticleNotes notes)
    {
        var text = post.Body.Text;
        if (!text.Contains("{%", StringComparison.Ordinal) && !text.Contains("{{", StringComparison.Ordinal))
            return TemplateTags.Expand(post, settings, targets, notes);
        var template = LiquidTemplate.Parse(text);
        var texts = new LiquidTexts(post, notes);
        foreach (var (at, message) in template.Faults)
            texts.Note(at, message);
        try
        {
            new LiquidRun(template, settings, library, texts, Variables(post, settings, library)).Render();
        }
        catch (LiquidLimitException limit)
        {
            notes.Add(0, 1, $"The Liquid of this text is not run: {limit.Message}.");
            return TemplateTags.Expand(post, settings, targets, notes);
        }

        return texts.Restore(TemplateTags.Expand(post, texts.Output.ToString(), settings, targets, notes, texts.Map));
    }

    private static Dictionary<string, object> Variables(Post post, SiteSettings settings, LiquidLibrary library) => new()
    {
        ["page"] = LiquidValues.Page(post, settings),
        ["site"] = LiquidValues.Site(settings, library),
        ["jekyll"] = new Dictionary<string, object> { ["version"] = "4.4.1", ["environment"] = "production" },
    };
}
