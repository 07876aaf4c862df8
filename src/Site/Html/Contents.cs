using Blobpress.Site.Html.Tree;

namespace Blobpress.Site.Html;

/// <summary>The places where a generator or editor would put a table of contents.</summary>
internal static class Contents
{
    private const int MaxLength = 16;

    /// <summary>Takes out every mark that stands on a line of its own.</summary>
    public static void Hide(Element root)
    {
        foreach (var paragraph in root.Elements().Where(e => e.LocalName is "p" or "div" or "li").ToList())
        {
            // "[[_TOC_]]" may have become emphasis.
            if (paragraph.FirstChild is TextNode && IsMark(Short(paragraph)))
            {
                paragraph.TakeChildren();
                continue;
            }

            if (paragraph.FirstChild is TextNode first)
                HideFirst(first);
            if (paragraph.LastChild is TextNode last)
                HideLast(last);
        }
    }

    /// <summary>True for <c>[TOC]</c> in all its spellings.</summary>
    public static bool IsMark(string line)
    {
        var text = line.Trim();
        // CSDN's, whose title stands in parentheses.
        if (text.StartsWith("@[toc]", StringComparison.OrdinalIgnoreCase))
            return text.Length == 6 || (text[6] == '(' && text.EndsWith(')'));
        return text.Length <= MaxLength && text.ToLowerInvariant()
            is "[toc]" or "[[toc]]" or "[[_toc_]]" or "[_toc_]" or "[[__toc__]]" or "${toc}" or "{:toc}" or "{{toc}}" or "{{ toc }}" or "{toc}" or "[[tableofcontents]]" or "[/toc]";
    }

    // The text where it is short and nothing but text and emphasis.
    private static string Short(Element paragraph)
    {
        var text = "";
        foreach (var node in paragraph.ChildNodes)
        {
            if (node is Element { LocalName: not "em" } || text.Length > MaxLength)
                return "";
            text += node.TextContent;
        }

        return text;
    }

    private static void HideFirst(TextNode text)
    {
        // "@[TOC](Contents)" is a link behind a sign.
        if (text is { Data: var sign, Next: Element { LocalName: "a" } link } && sign.Trim() == "@" && link.TextContent.Equals("toc", StringComparison.OrdinalIgnoreCase))
        {
            link.Remove();
            text.Remove();
            return;
        }

        var end = text.Data.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0 && text.Next is not (null or Element { LocalName: "br" }))
            return;
        var line = end < 0 ? text.Data : text.Data[..end];
        // The line end that comes with a blank line's break.
        if (string.IsNullOrWhiteSpace(line) || !IsMark(line))
            return;
        if (end < 0 && text.Next is Element br)
        {
            if (br.Next is TextNode rest)
                rest.Data = rest.Data.TrimStart('\n');
            br.Remove();
        }

        text.Data = end < 0 ? "" : text.Data[(end + 1)..];
    }

    private static void HideLast(TextNode text)
    {
        var start = text.Data.LastIndexOf('\n') + 1;
        if (start == 0 && text.Previous is not (null or Element { LocalName: "br" }))
            return;
        if (!IsMark(text.Data[start..]))
            return;
        if (start == 0 && text.Previous is Element br)
            br.Remove();
        text.Data = text.Data[..Math.Max(0, start - 1)];
    }
}
