using Markdig.Syntax.Inlines;

namespace Blobpress.Site.Html.CommonMark;

/// <summary>An address as it is written.</summary>
internal sealed class BareUrlInline(string text) : LeafInline
{
    public string Text { get; } = text;
}
