using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Blobpress.Site.Html.CommonMark;

/// <summary>A container as a box, as a passage that opens on a click, or, where its name says neither, as its content alone.</summary>
internal sealed class ContainerRenderer : HtmlObjectRenderer<CustomContainer>
{
    /// <summary>True where the container is one that opens on a click.</summary>
    public static bool IsDetails(CustomContainer container) => Box.IsDetails(container.Info!);

    protected override void Write(HtmlRenderer renderer, CustomContainer container)
    {
        renderer.EnsureLine();
        renderer.WriteLine(Start(container));
        renderer.WriteChildren(container);
        renderer.EnsureLine();
        renderer.WriteLine(IsDetails(container) ? "</details>" : "</div>");
    }

    private static string Start(CustomContainer container)
    {
        if (IsDetails(container))
            return container.FirstOrDefault() is ContainerTitle ? "<details>" : "<details><summary>…</summary>";
        if (Box.Kind(container.Info) is { } kind)
            return $"<div class=\"{Box.Classes(kind)}\">";
        return container.Info is "center" or "right" ? $"<div align=\"{container.Info}\">" : "<div>";
    }
}
