using System.Collections.Frozen;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Blobpress.Site.Html.CommonMark;

/// <summary>Addresses in angle brackets (CommonMark 6.5). What only looks like one, as <c>vector&lt;std::string></c> does, stays text.</summary>
internal sealed class SchemeRenderer : HtmlObjectRenderer<AutolinkInline>
{
    private static readonly FrozenSet<string> Schemes = "http https ftp ftps mailto tel sms xmpp irc magnet git ssh"
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    protected override void Write(HtmlRenderer renderer, AutolinkInline link)
    {
        var isAddress = link.IsEmail || Schemes.Contains(link.Url[..Math.Max(0, link.Url.IndexOf(':', StringComparison.Ordinal))]);
        if (!renderer.EnableHtmlForInline || !isAddress)
            WriteText(renderer, isAddress ? link.Url : $"<{link.Url}>");
        else
            renderer.Write("<a href=\"").Write(link.IsEmail ? "mailto:" : "").WriteEscapeUrl(link.Url).Write("\">").WriteEscape(link.Url).Write("</a>");
    }

    private static void WriteText(HtmlRenderer renderer, string text)
    {
        if (renderer.EnableHtmlEscape)
            renderer.WriteEscape(text);
        else
            renderer.Write(text);
    }
}
