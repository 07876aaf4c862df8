using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;

namespace Blobpress.Site.Html.CommonMark;

/// <summary>TeX between dollar signs, as MathJax and KaTeX find it in a page, also beside Chinese, Japanese and Korean characters.</summary>
internal sealed class MathExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new FormulaBlockParser());
        pipeline.InlineParsers.InsertBefore<EmphasisInlineParser>(new FormulaParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        var renderers = ((HtmlRenderer)renderer).ObjectRenderers;
        renderers.Insert(0, new HtmlMathInlineRenderer());
        renderers.Insert(0, new HtmlMathBlockRenderer());
    }
}
