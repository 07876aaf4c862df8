using System.Text;
using Blobpress.Site.Posts;

namespace Blobpress.Site.Html.Markup;

/// <summary>
/// Prepares HTML for a parser, so that no words vanish in it: what only looks like markup becomes text (<c>List&lt;Object></c>, a
/// comment without end, <c>&lt;?php</c>), and an element whose content is hidden ends where its author ended it.
/// </summary>
internal sealed class MarkupRepair
{
    private const int MaxBeginning = 24;

    private readonly string _html;
    private readonly bool _markdown;
    private readonly HtmlScanner _scanner;
    private readonly List<Edit> _edits = [];
    private readonly Dictionary<string, Stack<int>> _open = new(StringComparer.Ordinal);
    private readonly List<string> _shown = [];

    private MarkupRepair(string html, BodyFormat format)
    {
        _html = html;
        _markdown = format == BodyFormat.Markdown;
        _scanner = new(html);
    }

    /// <summary>The HTML in which nothing is markup but what is meant so.</summary>
    /// <param name="html">A body, or what Markdown became.</param>
    /// <param name="format">What the author wrote.</param>
    /// <param name="shown">The tags, and other beginnings of markup, that are text now; each once.</param>
    public static string Apply(string html, BodyFormat format, out IReadOnlyList<string> shown)
    {
        var repair = new MarkupRepair(html, format);
        repair.Read();
        shown = [.. repair._shown.Distinct(StringComparer.Ordinal)];
        return repair.Write();
    }

    private void Read()
    {
        for (var next = _scanner.Next(0); next is { } token;)
            next = _scanner.Next(Take(token));
        foreach (var index in _open.Values.SelectMany(open => open))
            _edits[index] = Unclosed(_edits[index].Token);
    }

    // Gives where to go on.
    private int Take(HtmlToken token)
    {
        switch (token.Kind)
        {
            case HtmlTokenKind.StartTag:
                return Start(token);
            case HtmlTokenKind.EndTag:
                End(token);
                break;
            case HtmlTokenKind.CharacterData:
                _edits.Add(new(token, HtmlText.Escape(_html[(token.Start + 9)..(token.End - 3)])));
                break;
            case HtmlTokenKind.Bogus:
            case HtmlTokenKind.Doctype when _markdown || _edits.Count > 0 || !_html.AsSpan(0, token.Start).IsWhiteSpace():
                Show(token);
                break;
        }

        return token.End;
    }

    private int Start(HtmlToken tag)
    {
        if (KnownElements.IsRawText(tag.Name))
            return RawText(tag);
        if (tag.Name is "svg" or "math" && _scanner.EndTag(tag.Name, tag.End) is { } end)
            return end;
        if (_markdown && ((tag.Bare && KnownElements.IsEmpty(tag.Name)) || (!tag.Bare && ProseAttributes.Are(_html.AsSpan(tag.Start, tag.End - tag.Start)))))
            Show(tag);
        else if (tag.Closed && tag.Name is "a" or "audio" or "canvas" or "object" or "video" && !tag.Bare)
            _edits.Add(Close(tag));
        else if (IsPaired(tag) && !(tag.Name is "option" or "optgroup" && IsOpen("select", "datalist")))
            Open(tag);
        return tag.End;
    }

    private bool IsPaired(HtmlToken tag) =>
        !KnownElements.IsKnown(tag.Name) || (KnownElements.IsEnclosing(tag.Name) && !HasSummary(tag)) || tag.Name == "a";

    // A passage that opens on a click begins with what to click on; otherwise it is spoken of.
    private bool HasSummary(HtmlToken tag) =>
        tag.Name == "details" && _html.AsSpan(tag.End).TrimStart().StartsWith("<summary", StringComparison.OrdinalIgnoreCase);

    private bool IsOpen(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_open.TryGetValue(name, out var open) && open.Count > 0)
                return true;
        }

        return false;
    }

    private void Open(HtmlToken tag)
    {
        if (!_open.TryGetValue(tag.Name, out var open))
            _open[tag.Name] = open = new();
        open.Push(_edits.Count);
        _edits.Add(Edit.None(tag));
    }

    private void End(HtmlToken tag)
    {
        if (_open.TryGetValue(tag.Name, out var open) && open.TryPop(out var start))
        {
            // A template's content is no part of the page for a parser.
            if (tag.Name == "template")
            {
                _edits[start] = new(_edits[start].Token, "");
                _edits.Add(new(tag, ""));
            }
        }
        else if (_markdown && (KnownElements.IsRawText(tag.Name) || !KnownElements.IsKnown(tag.Name)))
        {
            Show(tag);
        }
    }

    private int RawText(HtmlToken tag)
    {
        var close = tag.Closed || tag.Name == "plaintext" ? null : _scanner.EndTag(tag.Name, tag.End);
        switch (tag.Name)
        {
            case "iframe" when tag.Bare && (_markdown || close is null || !_html.AsSpan(tag.End, close.Value - tag.End).IsWhiteSpace()):
            case "plaintext":
            case "noembed" or "noframes":
            case var _ when close is null && tag.Bare:
            case "title" when _markdown:
                Show(tag);
                return tag.End;
            // What an embedded page is closed with further down is another one's.
            case "iframe" when close is null || _html.AsSpan(tag.End, close.Value - tag.End).Contains("<iframe", StringComparison.OrdinalIgnoreCase):
            case var _ when close is null:
                _edits.Add(Close(tag));
                return tag.End;
            case "textarea" or "xmp" or "listing":
                return Preformatted(tag, close.Value);
            default:
                return close.Value + tag.Name.Length + 2;
        }
    }

    // Text in a box is shown as text in a box.
    private int Preformatted(HtmlToken tag, int close)
    {
        var end = _html.IndexOf('>', close) is >= 0 and var angle ? angle + 1 : _html.Length;
        var text = _html[tag.End..close];
        _edits.Add(new(tag with { End = end }, $"<pre>{(tag.Name == "textarea" ? text.Replace("<", "&lt;", StringComparison.Ordinal) : HtmlText.Escape(text))}</pre>"));
        return end;
    }

    private Edit Unclosed(HtmlToken tag)
    {
        if (tag.Bare || (_markdown && !KnownElements.IsKnown(tag.Name)))
        {
            _shown.Add(_html[tag.Start..tag.End]);
            return Text(tag);
        }

        return tag.Name switch
        {
            "template" => new(tag, ""),
            "applet" or "audio" or "canvas" or "math" or "object" or "svg" or "video" => Close(tag),
            _ => Edit.None(tag),
        };
    }

    private void Show(HtmlToken token)
    {
        _shown.Add(token.Kind == HtmlTokenKind.Bogus ? Beginning(token.Start) : _html[token.Start..token.End]);
        _edits.Add(Text(token));
    }

    private string Beginning(int start)
    {
        var line = _html.AsSpan(start, Math.Min(MaxBeginning, _html.Length - start));
        var end = line.IndexOfAny('\n', '&');
        return (end < 0 ? line : line[..end]).ToString();
    }

    // Within quotes there may be brackets that would be markup now.
    private Edit Text(HtmlToken token) => new(token, _html[token.Start..token.End].Replace("<", "&lt;", StringComparison.Ordinal));

    private Edit Close(HtmlToken tag) => new(tag, $"{_html[tag.Start..tag.End]}</{tag.Name}>");

    private string Write()
    {
        var (html, copied) = (new StringBuilder(_html.Length), 0);
        foreach (var edit in _edits.Where(edit => edit.Html is not null))
        {
            html.Append(_html, copied, edit.Token.Start - copied).Append(edit.Html);
            copied = edit.Token.End;
        }

        return copied == 0 ? _html : html.Append(_html, copied, _html.Length - copied).ToString();
    }

    /// <summary>What is to stand in a token's place; null where it stays.</summary>
    private readonly record struct Edit(HtmlToken Token, string? Html)
    {
        public static Edit None(HtmlToken token) => new(token, null);
    }
}
