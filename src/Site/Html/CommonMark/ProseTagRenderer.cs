using System.Collections.Frozen;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Blobpress.Site.Html.CommonMark;

/// <summary>
/// Tags within a paragraph. One that speaks of an element whose content is no text, and says no more than its name, is what the
/// author writes about: it stays as text.
/// </summary>
internal sealed class ProseTagRenderer : HtmlObjectRenderer<HtmlInline>
{
    private static readonly FrozenSet<string> Names =
        "script style title textarea xmp plaintext iframe noembed noframes html head body frameset frame template".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    protected override void Write(HtmlRenderer renderer, HtmlInline inline)
    {
        if (!renderer.EnableHtmlForInline)
            return;
        if (IsProse(inline.Tag))
            renderer.WriteEscape(inline.Tag);
        else
            renderer.Write(inline.Tag);
    }

    private static bool IsProse(string tag) =>
        tag.StartsWith("<?", StringComparison.Ordinal)
        || (tag.Length > 2 && Names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(tag.AsSpan(1).TrimEnd("/> ")));
}
