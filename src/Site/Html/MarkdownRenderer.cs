using Markdig;
using Markdig.Extensions.AutoIdentifiers;

namespace Blobpress.Site.Html;

/// <summary>
/// CommonMark 0.31 with GitHub's tables, task lists, strikethrough, autolinks, footnotes and alerts, definition lists, extra
/// emphasis and TeX math; emphasis also works between Chinese, Japanese and Korean characters.
/// </summary>
internal static class MarkdownRenderer
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseAlertBlocks()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .UseCjkFriendlyEmphasis()
        .UseDefinitionLists()
        .UseEmphasisExtras()
        .UseFootnotes()
        .UsePipeTables()
        .UseTaskLists()
        .UseAutoLinks()
        .UseMathematics()
        .Build();

    /// <summary>The HTML of a Markdown text, raw HTML in it passed through: it must be sanitized.</summary>
    /// <returns>False where the text nests too deeply to be read; <paramref name="html"/> then shows it as it is written.</returns>
    public static bool TryRender(string markdown, out string html)
    {
        try
        {
            html = Markdown.ToHtml(markdown, Pipeline);
            return true;
        }
        catch (ArgumentException)
        {
            // The parser's answer to nesting beyond its limit of 128 levels.
            html = $"<pre>{HtmlText.Escape(markdown)}</pre>";
            return false;
        }
    }
}
