using Markdig.Extensions.Mathematics;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Blobpress.Site.Html.CommonMark;

/// <summary>
/// A formula that stands alone: between lines of <c>$$</c>, in one line between them, or over several lines of which the first begins
/// and the last ends with them.
/// </summary>
internal sealed class FormulaBlockParser : BlockParser
{
    // How far a formula that begins beside its mark is looked for.
    private const int MaxLength = 4_000;

    public FormulaBlockParser() => OpeningCharacters = ['$'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line.AsSpan().TrimEnd();
        if (processor.IsCodeIndent || !line.StartsWith("$$", StringComparison.Ordinal) || line.StartsWith("$$$", StringComparison.Ordinal))
            return BlockState.None;
        var state = State(processor, line[2..]);
        if (state == BlockState.None)
            return state;
        var block = new MathBlock(this) { Column = processor.Column, FencedChar = '$', OpeningFencedCharCount = 2, Span = new(processor.Start, processor.Line.End) };
        block.GetAttributes().AddClass("math");
        if (line.Length > 2)
            Append(block, processor, processor.Start + 2, state == BlockState.BreakDiscard ? processor.Start + line.Length - 3 : processor.Line.End);
        processor.NewBlocks.Push(block);
        return state;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var line = processor.Line.AsSpan().TrimEnd();
        block.UpdateSpanEnd(processor.Line.End);
        if (!line.EndsWith("$$", StringComparison.Ordinal))
            return BlockState.Continue;
        if (!line.SequenceEqual("$$"))
            Append((MathBlock)block, processor, processor.Start, processor.Start + line.Length - 3);
        return BlockState.BreakDiscard;
    }

    // What is to become of a line behind its two signs.
    private static BlockState State(BlockProcessor processor, ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty)
            return MarkdownReading.Of(processor).Last("$$") > processor.Start + 1 ? BlockState.ContinueDiscard : BlockState.None;
        var close = rest.IndexOf("$$");
        if (close >= 0)
            return close > 0 && close == rest.Length - 2 ? BlockState.BreakDiscard : BlockState.None;
        return EndsBelow(processor.Line) ? BlockState.ContinueDiscard : BlockState.None;
    }

    private static bool EndsBelow(StringSlice line)
    {
        var below = line.Text.AsSpan(line.End + 1);
        below = below[..Math.Min(below.Length, MaxLength)];
        var close = below.IndexOf("$$");
        if (close < 0 || below[..close].IndexOf("\n\n") >= 0)
            return false;
        var after = below[(close + 2)..];
        var end = after.IndexOf('\n');
        return (end < 0 ? after : after[..end]).IsWhiteSpace();
    }

    private static void Append(MathBlock block, BlockProcessor processor, int start, int end)
    {
        var slice = new StringSlice(processor.Line.Text, start, end);
        block.AppendLine(ref slice, processor.Column, processor.LineIndex, processor.CurrentLineStartPosition, trackTrivia: false);
    }
}
