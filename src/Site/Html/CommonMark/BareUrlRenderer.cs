using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Blobpress.Site.Html.CommonMark;

/// <summary>Marks a bare address, for <see cref="BareLinks"/> to make a link of it unless it stands within one.</summary>
internal sealed class BareUrlRenderer : HtmlObjectRenderer<BareUrlInline>
{
    protected override void Write(HtmlRenderer renderer, BareUrlInline url)
    {
        if (renderer.EnableHtmlForInline)
            renderer.Write('<').Write(BareLinks.Element).Write('>').WriteEscape(url.Text).Write("</").Write(BareLinks.Element).Write('>');
        else if (renderer.EnableHtmlEscape)
            renderer.WriteEscape(url.Text);
        else
            renderer.Write(url.Text);
    }
}
