using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;

namespace Blobpress.Site.Html.CommonMark;

/// <summary>What keeps an author's words from being taken for markup.</summary>
internal sealed class AuthorsExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Replace<HtmlBlockParser>(new ClosedHtmlBlockParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        var renderers = ((HtmlRenderer)renderer).ObjectRenderers;
        renderers.Replace<CodeBlockRenderer>(new FenceRenderer());
        renderers.Replace<HtmlInlineRenderer>(new ProseTagRenderer());
        renderers.Replace<AutolinkInlineRenderer>(new SchemeRenderer());
    }
}
