using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Blobpress.Site.Html.CommonMark;

/// <summary>Begins a table where a row of delimiters follows a line of a paragraph with as many cells.</summary>
internal sealed class TableParser : BlockParser
{
    private readonly TableCells _cells;

    public TableParser(TableCells cells)
    {
        _cells = cells;
        OpeningCharacters = ['|', '-', ':'];
    }

    public override BlockState TryOpen(BlockProcessor processor)
    {
        // A line that only goes on with the paragraph of a quote or list above it is no part of that (GFM, example 201).
        if (processor.IsCodeIndent || processor.CurrentBlock is not ParagraphBlock { Parent.IsOpen: true, Lines.Count: > 0 } paragraph)
            return BlockState.None;
        if (Columns(processor.Line.ToString()) is not { } columns)
            return BlockState.None;
        var last = paragraph.Lines.Count - 1;
        var header = _cells.Split(paragraph.Lines.Lines[last].ToString());
        if (header.Count != columns.Count || columns.Count > MarkdownReading.Of(processor).CellsLeft)
            return BlockState.None;

        processor.NewBlocks.Push(Open(columns, header, processor));
        // What stands above the header remains a paragraph.
        if (last == 0)
            processor.Discard(paragraph);
        else
            paragraph.Lines.RemoveAt(last);
        return BlockState.ContinueDiscard;
    }

    // Other blocks are asked first whether they begin; then the row's own parser.
    public override BlockState TryContinue(BlockProcessor processor, Block block) => BlockState.None;

    private Table Open(List<TableColumnDefinition> columns, List<string> header, BlockProcessor processor)
    {
        var table = new Table(this) { Line = processor.LineIndex, Column = processor.Column };
        table.ColumnDefinitions.AddRange(columns);
        var row = TableCells.Row(header, columns.Count, processor);
        row.IsHeader = true;
        table.Add(row);
        return table;
    }

    // Null where the line is none of delimiters.
    private List<TableColumnDefinition>? Columns(string line)
    {
        if (!line.Contains('-', StringComparison.Ordinal) || !line.Contains('|', StringComparison.Ordinal)
            || line.AsSpan().ContainsAnyExcept("|-: \t"))
            return null;
        var columns = new List<TableColumnDefinition>();
        foreach (var cell in _cells.Split(line))
        {
            if (cell.AsSpan().Trim(':') is not { IsEmpty: false } hyphens || hyphens.ContainsAnyExcept('-')
                || cell.Length > hyphens.Length + (cell[0] == ':' ? 1 : 0) + (cell[^1] == ':' ? 1 : 0))
                return null;
            columns.Add(new() { Alignment = Alignment(cell) });
        }

        return columns;
    }

    private static TableColumnAlign? Alignment(string cell) => (cell[0] == ':', cell[^1] == ':') switch
    {
        (true, true) => TableColumnAlign.Center,
        (true, false) => TableColumnAlign.Left,
        (false, true) => TableColumnAlign.Right,
        _ => null,
    };
}
