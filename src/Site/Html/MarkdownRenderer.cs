using Blobpress.Site.Html.CommonMark;
using Blobpress.Site.Posts;
using Markdig;

namespace Blobpress.Site.Html;

/// <summary>
/// CommonMark 0.31 with GitHub's tables, task lists, strikethrough, autolinks, footnotes and alerts, definition lists, containers
/// and TeX math; emphasis also works between Chinese, Japanese and Korean characters.
/// </summary>
internal static class MarkdownRenderer
{
    /// <summary>The HTML of a Markdown text, raw HTML in it passed through: it must be sanitized.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="dialect">What of Markdown the site reads its own way.</param>
    /// <param name="html">The HTML; where the text nests too deeply, the text as it is written.</param>
    /// <exception cref="LimitException">The HTML is far longer than the text.</exception>
    /// <returns>What was left out, by lines of the text, the first being 0; null where it nests too deeply to be read.</returns>
    public static IReadOnlyList<(int Line, string Message)>? Render(string markdown, MarkdownDialect dialect, out string html)
    {
        if (MarkdownLimits.NestsTooDeeply(markdown))
        {
            html = AsWritten(markdown);
            return null;
        }

        try
        {
            var reading = new MarkdownReading(markdown);
            var document = Markdown.Parse(markdown, dialect.Pipeline, reading);
            FootnoteKeeper.Keep(document, reading);
            Abbreviations.NoteUnused(document, reading);
            using var writer = new LimitedWriter(OutputLimit.OfStage(markdown));
            document.ToHtml(writer, dialect.Pipeline);
            html = writer.ToString();
            return reading.Notes;
        }
        catch (ArgumentException)
        {
            // The parser's answer to nesting beyond its limit of 128 levels.
            html = AsWritten(markdown);
            return null;
        }
    }

    private static string AsWritten(string markdown) => $"<pre>{HtmlText.Escape(markdown)}</pre>";
}
