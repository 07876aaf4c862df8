using Markdig.Extensions.CustomContainers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Blobpress.Site.Html.CommonMark;

/// <summary>Reads <c>::: name title</c> to the next line of as many colons. A line of colons alone begins nothing.</summary>
internal sealed class ContainerParser : FencedBlockParserBase<CustomContainer>
{
    public ContainerParser()
    {
        OpeningCharacters = [':'];
        InfoPrefix = null;
    }

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var state = base.TryOpen(processor);
        if (state == BlockState.None || processor.NewBlocks.Peek() is not CustomContainer container)
            return state;
        var (name, title) = Parts($"{container.Info} {container.Arguments}");
        if (name.Length == 0)
        {
            processor.NewBlocks.Pop();
            return BlockState.None;
        }

        container.Info = name;
        if (title.Length > 0)
            container.Add(new ContainerTitle(title, processor.LineIndex));
        return state;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (!EndsInner(processor, block))
            return base.TryContinue(processor, block);
        processor.GoToColumn(processor.ColumnBeforeIndent);
        return BlockState.Continue;
    }

    protected override CustomContainer CreateFencedBlock(BlockProcessor processor) => new(this);

    // Containers within each other may have as many colons: the innermost ends first.
    private static bool EndsInner(BlockProcessor processor, Block block)
    {
        var line = processor.Line.AsSpan().TrimEnd();
        var count = line.Length;
        if (count == 0 || line.ContainsAnyExcept(':'))
            return false;
        for (var inner = processor.CurrentContainer; inner is CustomContainer container && !ReferenceEquals(inner, block); inner = inner.Parent)
        {
            if (container.OpeningFencedCharCount == count)
                return true;
        }

        return false;
    }

    // "warning", "warning Title", "note[Title]", "{.warning title="Title"}".
    private static (string Name, string Title) Parts(string line)
    {
        var text = line.Trim().TrimEnd(':').TrimEnd();
        if (text.StartsWith('{'))
            return Attributes(text);
        var end = 0;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '_'))
            end++;
        var title = text[end..].Trim();
        return (text[..end], title.StartsWith('[') && title.EndsWith(']') ? title[1..^1].Trim() : title);
    }

    private static (string Name, string Title) Attributes(string text)
    {
        var words = text.Trim('{', '}').Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return (words.FirstOrDefault(word => word.Length > 1 && word[0] == '.')?[1..] ?? "", "");
    }
}
