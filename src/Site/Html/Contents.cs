using Blobpress.Site.Html.Tree;

namespace Blobpress.Site.Html;

/// <summary>The places where a generator or editor would put a table of contents.</summary>
internal sealed class Contents
{
    /// <summary>What stands in a body where its page shows the contents.</summary>
    public const string Place = "<div class=\"toc\"></div>";

    private const int MaxLength = 16;

    // A rule comes through everything that a body goes through, and stays where it is.
    private Element? _place;
    private bool _isMarked;

    /// <summary>Takes out every mark that stands on a line of its own, and remembers where the first one was.</summary>
    public static Contents Find(Element root)
    {
        var contents = new Contents();
        contents.Hide(root);
        contents.Comments(root);
        return contents;
    }

    /// <summary>
    /// Puts the place of the contents into a body that is ready: at its mark, or before the first heading where the post or the site wants
    /// contents; nowhere where there are less than two headings for them.
    /// </summary>
    /// <param name="root">The body.</param>
    /// <param name="wanted">What the post says of it, or else the site; null where neither does.</param>
    public void Settle(Element root, bool? wanted)
    {
        var headings = root.Children.Where(e => e.LocalName is "h2" or "h3" or "h4" && e.HasAttribute("id")).Take(2).ToList();
        if (wanted == false || headings.Count < 2 || !(_isMarked || wanted == true))
        {
            _place?.Remove();
            return;
        }

        var place = new Element("div");
        place.SetAttribute("class", "toc");
        if (_place is not null && ReferenceEquals(_place.Parent, root))
        {
            _place.Replace(place);
            return;
        }

        _place?.Remove();
        root.InsertBefore(place, headings[0]);
    }

    // "<!-- toc -->"; a tool that fills the contents in writes a second comment behind them.
    private void Comments(Element root)
    {
        var comments = root.Descendants().OfType<CommentNode>().Where(comment => comment.Data.Length < 40).ToList();
        if (comments.Any(comment => comment.Data.Trim().ToLowerInvariant() is "tocstop" or "/toc" or "toc end" or "endtoc"))
            return;
        foreach (var comment in comments.Where(comment => comment.Data.Trim().Equals("toc", StringComparison.OrdinalIgnoreCase)))
            Mark(comment);
    }

    private void Mark(Node node)
    {
        _isMarked = true;
        if (_place is null)
            node.Replace(_place = new Element("hr"));
    }

    private void Hide(Element root)
    {
        foreach (var paragraph in root.Elements().Where(e => e.LocalName is "p" or "div" or "li").ToList())
        {
            // "[[_TOC_]]" may have become emphasis.
            if (paragraph.FirstChild is TextNode && IsMark(Short(paragraph)))
            {
                paragraph.TakeChildren();
                if (paragraph.LocalName == "p")
                    Mark(paragraph);
                _isMarked = true;
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

    private void HideFirst(TextNode text)
    {
        // "@[TOC](Contents)" is a link behind a sign.
        if (text is { Data: var sign, Next: Element { LocalName: "a" } link } && sign.Trim() == "@" && link.TextContent.Equals("toc", StringComparison.OrdinalIgnoreCase))
        {
            link.Remove();
            text.Remove();
            _isMarked = true;
            return;
        }

        var end = text.Data.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0 && text.Next is not (null or Element { LocalName: "br" }))
            return;
        var line = end < 0 ? text.Data : text.Data[..end];
        // The line end that comes with a blank line's break.
        if (string.IsNullOrWhiteSpace(line) || !IsMark(line))
            return;
        _isMarked = true;
        if (end < 0 && text.Next is Element br)
        {
            if (br.Next is TextNode rest)
                rest.Data = rest.Data.TrimStart('\n');
            br.Remove();
        }

        text.Data = end < 0 ? "" : text.Data[(end + 1)..];
    }

    private void HideLast(TextNode text)
    {
        var start = text.Data.LastIndexOf('\n') + 1;
        if (start == 0 && text.Previous is not (null or Element { LocalName: "br" }))
            return;
        if (!IsMark(text.Data[start..]))
            return;
        _isMarked = true;
        if (start == 0 && text.Previous is Element br)
            br.Remove();
        text.Data = text.Data[..Math.Max(0, start - 1)];
    }
}
