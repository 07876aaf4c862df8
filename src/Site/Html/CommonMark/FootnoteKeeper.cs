using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Blobpress.Site.Html.CommonMark;

/// <summary>Footnotes that nothing refers to, which would vanish: they stay, as paragraphs at the end of the text. Set it up before the footnotes themselves.</summary>
internal sealed class FootnoteKeeper : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Insert(0, new Parser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    /// <summary>Puts what nothing refers to at the end of a text that was read.</summary>
    public static void Keep(MarkdownDocument document, MarkdownReading reading)
    {
        KeepAddresses(document);
        foreach (var footnote in reading.Footnotes.Where(footnote => footnote.Order < 0))
        {
            if (footnote.FirstOrDefault() is ParagraphBlock { Inline: { FirstChild: { } first } })
                first.InsertBefore(new LiteralInline($"[{footnote.Label}]: "));
            List<Block> blocks = [.. footnote];
            footnote.Clear();
            foreach (var block in blocks)
                document.Insert(document.LastChild is FootnoteGroup ? document.Count - 1 : document.Count, block);
        }
    }

    // Within quotes, lists and containers a footnote is read as the address of a link, which nobody sees.
    private static void KeepAddresses(MarkdownDocument document)
    {
        foreach (var address in document.GetLinkReferenceDefinitions(addGroup: false).Links)
        {
            if (address.Value is FootnoteLinkReferenceDefinition || !address.Key.StartsWith('^'))
                continue;
            var paragraph = new ParagraphBlock { Inline = new ContainerInline() };
            paragraph.Inline.AppendChild(new LiteralInline($"[{address.Key}]: {address.Value.Url} {address.Value.Title}".TrimEnd()));
            document.Insert(document.LastChild is FootnoteGroup ? document.Count - 1 : document.Count, paragraph);
        }
    }

    private sealed class Parser : FootnoteParser
    {
        public override BlockState TryOpen(BlockProcessor processor) => Kept(base.TryOpen(processor), processor);

        public override BlockState TryContinue(BlockProcessor processor, Block block) => Kept(base.TryContinue(processor, block), processor);

        private static BlockState Kept(BlockState state, BlockProcessor processor)
        {
            if (processor.NewBlocks.TryPeek(out var block) && block is Footnote footnote)
                MarkdownReading.Of(processor).Footnotes.Add(footnote);
            return state;
        }
    }
}
