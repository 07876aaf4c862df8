using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Blobpress.Site.Html.CommonMark;

/// <summary>A formula within a paragraph, as TeX with its opening mark beside it: what becomes of it is decided in the tree.</summary>
internal sealed class FormulaRenderer : HtmlObjectRenderer<MathInline>
{
    protected override void Write(HtmlRenderer renderer, MathInline formula)
    {
        if (!renderer.EnableHtmlForInline)
        {
            renderer.Write(ref formula.Content);
            return;
        }

        renderer.Write("<span class=\"math\"").WriteAttributes(formula).Write('>').WriteEscape(ref formula.Content).Write("</span>");
    }
}

/// <summary>A formula that stands alone.</summary>
internal sealed class FormulaBlockRenderer : HtmlObjectRenderer<MathBlock>
{
    protected override void Write(HtmlRenderer renderer, MathBlock formula)
    {
        renderer.EnsureLine();
        renderer.Write("<div class=\"math\"").WriteAttributes(formula).Write('>').WriteLeafRawLines(formula, writeEndOfLines: true, escape: true).Write("</div>");
        renderer.EnsureLine();
    }
}
