using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Renderers;

namespace Blobpress.Site.Html.CommonMark;

/// <summary>Tables (GFM 4.10), read line by line: all that follows a table without a blank line between is a row of it, unless it begins another block.</summary>
/// <param name="codeHoldsPipes">A pipe within a code span divides no cells.</param>
internal sealed class TableExtension(bool codeHoldsPipes) : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        var cells = new TableCells(codeHoldsPipes);
        // Before lists and rules, which a line of hyphens could be too; rows after everything that ends a table.
        pipeline.BlockParsers.Insert(0, new TableParser(cells));
        pipeline.BlockParsers.InsertBefore<ParagraphBlockParser>(new TableRowParser(cells));
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) => ((HtmlRenderer)renderer).ObjectRenderers.AddIfNotAlready<HtmlTableRenderer>();
}
