using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Blobpress.Site.Html.CommonMark;

/// <summary>The title of a container.</summary>
internal sealed class ContainerTitleRenderer : HtmlObjectRenderer<ContainerTitle>
{
    protected override void Write(HtmlRenderer renderer, ContainerTitle title)
    {
        var container = (CustomContainer)title.Parent!;
        var (start, end) = ContainerRenderer.IsDetails(container) ? ("<summary>", "</summary>")
            : Box.Kind(container.Info) is null ? ("<p><strong>", "</strong></p>")
            : ($"<p class=\"{Box.TitleClass}\">", "</p>");
        renderer.EnsureLine();
        renderer.Write(start).WriteLeafInline(title).WriteLine(end);
    }
}
