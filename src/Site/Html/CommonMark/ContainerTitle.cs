using Markdig.Helpers;
using Markdig.Syntax;

namespace Blobpress.Site.Html.CommonMark;

/// <summary>The title of a container: what stands on its first line beside its name, read as Markdown.</summary>
internal sealed class ContainerTitle : LeafBlock
{
    public ContainerTitle(string text, int line)
        : base(null)
    {
        ProcessInlines = true;
        (IsOpen, Line) = (false, line);
        var slice = new StringSlice(text);
        AppendLine(ref slice, 0, line, 0, trackTrivia: false);
    }
}
