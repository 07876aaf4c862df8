using Blobpress.Site.Html.Tags;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Blobpress.Site.Html.CommonMark;

/// <summary>The cells of a table's rows.</summary>
/// <param name="codeHoldsPipes">A pipe within a code span divides no cells.</param>
internal sealed class TableCells(bool codeHoldsPipes)
{
    /// <summary>
    /// The texts between the pipes of a row, trimmed. A pipe at either end encloses; <c>\|</c> is a pipe of the text, within code
    /// too (GFM, examples 198 to 200).
    /// </summary>
    public List<string> Split(string row)
    {
        var line = row.Trim();
        var code = codeHoldsPipes && line.Contains('`', StringComparison.Ordinal) ? new CodeSpans(line) : null;
        var (cells, start) = (new List<string>(), line.StartsWith('|') ? 1 : 0);
        for (var at = start; at < line.Length; at++)
        {
            if (line[at] == '\\')
                at++;
            else if (line[at] == '|' && code?.Hold(at) != true)
            {
                cells.Add(Text(line[start..at]));
                start = at + 1;
            }
        }

        if (start < line.Length || cells.Count == 0)
            cells.Add(Text(line[start..]));
        return cells;
    }

    /// <summary>
    /// A row of such cells for a table of that many columns. What is beyond them is noted and left out (GFM, example 204), unless it is
    /// too much for a note.
    /// </summary>
    public static TableRow Row(IReadOnlyList<string> cells, int columns, BlockProcessor processor)
    {
        var row = new TableRow { Line = processor.LineIndex, IsOpen = false };
        var reading = MarkdownReading.Of(processor);
        var shown = cells.Count <= columns || !IsNoted(cells, columns, processor.LineIndex, reading) ? cells.Count : columns;
        foreach (var cell in cells.Take(shown))
            row.Add(Cell(cell, processor));
        reading.CellsLeft -= shown;
        for (var column = shown; column < columns && reading.CellsLeft > 0; column++, reading.CellsLeft--)
            row.Add(Cell("", processor));
        return row;
    }

    private static bool IsNoted(IReadOnlyList<string> cells, int columns, int line, MarkdownReading reading) => reading.TryNote(
        line,
        $"The row has {cells.Count} cells and the table {columns} columns; what is beyond them is not shown: ",
        string.Join(" | ", cells.Skip(columns)));

    // Each with a text of its own: what stands beside a cell has no say in how its marks are read.
    private static TableCell Cell(string text, BlockProcessor processor)
    {
        var (paragraph, slice) = (new ParagraphBlock { IsOpen = false, Line = processor.LineIndex }, new StringSlice(text));
        paragraph.AppendLine(ref slice, 0, processor.LineIndex, 0, trackTrivia: false);
        return new TableCell { paragraph };
    }

    private static string Text(string cell) => cell.Trim().Replace("\\|", "|", StringComparison.Ordinal);
}
