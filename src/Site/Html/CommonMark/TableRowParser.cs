using Markdig.Extensions.Tables;
using Markdig.Parsers;

namespace Blobpress.Site.Html.CommonMark;

/// <summary>Takes a line that begins no other block as the next row of the table above it.</summary>
internal sealed class TableRowParser(TableCells cells) : BlockParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.CurrentBlock is not Table { Parser: TableParser, Parent.IsOpen: true } table)
            return BlockState.None;
        var texts = cells.Split(processor.Line.ToString());
        if (texts.Count > MarkdownReading.Of(processor).CellsLeft)
            return BlockState.None;
        table.Add(TableCells.Row(texts, table.ColumnDefinitions.Count, processor));
        table.UpdateSpanEnd(processor.Line.End);
        table.IsOpen = true;
        return BlockState.BreakDiscard;
    }
}
