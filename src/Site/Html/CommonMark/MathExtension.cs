using Markdig;
using Markdig.Renderers;

namespace Blobpress.Site.Html.CommonMark;

/// <summary>TeX between dollar signs and escaped brackets, as MathJax and KaTeX find it in a page, also beside Chinese, Japanese and Korean characters.</summary>
internal sealed class MathExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new FormulaBlockParser());
        // Before escapes, which brackets would be.
        pipeline.InlineParsers.Insert(0, new FormulaParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        var renderers = ((HtmlRenderer)renderer).ObjectRenderers;
        renderers.Insert(0, new FormulaRenderer());
        renderers.Insert(0, new FormulaBlockRenderer());
    }
}
