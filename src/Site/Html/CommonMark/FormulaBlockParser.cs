using System.Collections.Frozen;
using Blobpress.Site.Html.Formulas;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Blobpress.Site.Html.CommonMark;

/// <summary>
/// A formula that stands alone: between lines of <c>$$</c>, in one line between them, or over several lines of which the first begins
/// and the last ends with them; so between <c>\[</c> and <c>\]</c>, and LaTeX's environments of equations without any mark.
/// </summary>
internal sealed class FormulaBlockParser : BlockParser
{
    // How far a formula that begins beside its mark is looked for.
    private const int MaxLength = 4_000;

    private const string Begin = @"\begin{";

    private static readonly FrozenSet<string> Environments =
        "equation equation* align align* alignat alignat* gather gather* multline multline* eqnarray eqnarray* displaymath math CD".Split(' ').ToFrozenSet();

    public FormulaBlockParser() => OpeningCharacters = ['$', '\\'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line.AsSpan().TrimEnd();
        if (processor.IsCodeIndent || Mark(line) is not var (open, close) || State(processor, line[open.Length..], open, close) is not { } state)
            return BlockState.None;
        var block = new FormulaBlock(this, open, close) { Column = processor.Column, FencedChar = '$', OpeningFencedCharCount = 2, Span = new(processor.Start, processor.Line.End) };
        block.GetAttributes().AddProperty("data-open", block.IsEnvironment ? "" : open);
        var ends = state == BlockState.BreakDiscard && !block.IsEnvironment ? close.Length : 0;
        if (block.IsEnvironment || line.Length > open.Length)
            Append(block, processor, processor.Start + (block.IsEnvironment ? 0 : open.Length), processor.Start + line.Length - ends - 1);
        processor.NewBlocks.Push(block);
        return state;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var formula = (FormulaBlock)block;
        var line = processor.Line.AsSpan().TrimEnd();
        block.UpdateSpanEnd(processor.Line.End);
        if (!line.EndsWith(formula.Close, StringComparison.Ordinal))
            return BlockState.Continue;
        var length = line.Length - (formula.IsEnvironment ? 0 : formula.Close.Length);
        if (length > 0)
            Append(formula, processor, processor.Start, processor.Start + length - 1);
        return BlockState.BreakDiscard;
    }

    private static (string Open, string Close)? Mark(ReadOnlySpan<char> line)
    {
        if (line.StartsWith("$$", StringComparison.Ordinal))
            return line.StartsWith("$$$", StringComparison.Ordinal) ? null : ("$$", "$$");
        if (line.StartsWith(@"\[", StringComparison.Ordinal))
            return (@"\[", @"\]");
        if (line.StartsWith(@"\\[", StringComparison.Ordinal))
            return (@"\\[", @"\\]");
        if (!line.StartsWith(Begin, StringComparison.Ordinal) || line.IndexOf('}') is not (> 0 and < 40 and var end))
            return null;
        var name = line[Begin.Length..end].ToString();
        return Environments.Contains(name) ? ($"{Begin}{name}}}", $"\\end{{{name}}}") : null;
    }

    // What is to become of a line behind its mark; null where it begins no formula.
    private static BlockState? State(BlockProcessor processor, ReadOnlySpan<char> rest, string open, string close)
    {
        if (rest.IsWhiteSpace() && open == "$$")
            return MarkdownReading.Of(processor).Last(close) > processor.Start + 1 ? BlockState.ContinueDiscard : null;
        var end = rest.IndexOf(close);
        if (end >= 0)
            return end > 0 && end == rest.Length - close.Length && IsFormula(rest[..end], open) ? BlockState.BreakDiscard : null;
        return Below(processor.Line, close) is { } below && (IsFormula(rest, open) || IsFormula(below, open)) ? BlockState.ContinueDiscard : null;
    }

    private static bool IsFormula(ReadOnlySpan<char> text, string open) => open[^1] != '[' || FormulaMarks.IsWritten(text);

    // What follows, up to the mark that ends a line; null where there is none before a blank line.
    private static string? Below(StringSlice line, string mark)
    {
        var below = line.Text.AsSpan(Math.Min(line.Text.Length, line.End + 1));
        below = below[..Math.Min(below.Length, MaxLength)];
        var close = below.IndexOf(mark);
        if (close < 0 || below[..close].IndexOf("\n\n") >= 0)
            return null;
        var after = below[(close + mark.Length)..];
        var end = after.IndexOf('\n');
        return (end < 0 ? after : after[..end]).IsWhiteSpace() ? below[..close].ToString() : null;
    }

    private static void Append(FormulaBlock block, BlockProcessor processor, int start, int end)
    {
        var slice = new StringSlice(processor.Line.Text, start, end);
        block.AppendLine(ref slice, processor.Column, processor.LineIndex, processor.CurrentLineStartPosition, trackTrivia: false);
    }
}
