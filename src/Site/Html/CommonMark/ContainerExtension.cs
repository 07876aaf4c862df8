using Markdig;
using Markdig.Renderers;

namespace Blobpress.Site.Html.CommonMark;

/// <summary>Passages between lines of colons, as markdown-it-container, VuePress, Docusaurus and HackMD have them.</summary>
internal sealed class ContainerExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Insert(0, new ContainerParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        var renderers = ((HtmlRenderer)renderer).ObjectRenderers;
        renderers.Insert(0, new ContainerRenderer());
        renderers.Insert(0, new ContainerTitleRenderer());
    }
}
