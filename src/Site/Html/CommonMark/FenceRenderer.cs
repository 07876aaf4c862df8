using Blobpress.Site.Html.Code;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Blobpress.Site.Html.CommonMark;

/// <summary>A block of code between fences, with all that stands beside the first: what it means is read in the tree.</summary>
internal sealed class FenceRenderer : CodeBlockRenderer
{
    protected override void Write(HtmlRenderer renderer, CodeBlock block)
    {
        if (block is not FencedCodeBlock fence || string.IsNullOrWhiteSpace(fence.Info) || !renderer.EnableHtmlForBlock)
        {
            base.Write(renderer, block);
            return;
        }

        var info = $"{fence.Info} {fence.Arguments}".Trim();
        var language = fence.Info.Split('{', ':', ',')[0];
        renderer.EnsureLine();
        renderer.Write("<pre><code");
        if (language.Length > 0)
            renderer.Write(" class=\"language-").WriteEscape(language).Write('"');
        if (info != language)
            renderer.Write(' ').Write(CodeBlocks.Info).Write("=\"").WriteEscape(info).Write('"');
        renderer.Write('>').WriteLeafRawLines(fence, writeEndOfLines: true, escape: true).Write("</code></pre>");
        renderer.EnsureLine();
    }
}
