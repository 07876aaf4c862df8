using Markdig;
using Markdig.Renderers;

namespace Blobpress.Site.Html.CommonMark;

/// <summary>Addresses that stand in a text without any mark (GFM 6.9), also beside Chinese, Japanese and Korean characters.</summary>
internal sealed class BareUrlExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new BareUrlParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) => ((HtmlRenderer)renderer).ObjectRenderers.Insert(0, new BareUrlRenderer());
}
