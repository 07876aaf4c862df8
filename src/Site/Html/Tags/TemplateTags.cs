using System.Text;
using Blobpress.Site.Posts;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Html.Tags;

/// <summary>
/// Puts HTML in the place of the template tags that Hexo (Nunjucks), Jekyll (Liquid) and Hugo (shortcodes) would expand, where
/// their meaning is plain. Other tags stay as text, with a note; code is left alone.
/// </summary>
internal sealed class TemplateTags
{
    private readonly string _text;
    private readonly bool _markdown;
    private readonly bool _kramdown;
    private readonly ArticleNotes _notes;
    private readonly TagMeaning _meaning;
    private readonly EndTags _ends;
    private readonly StringBuilder _output = new();
    private readonly Stack<string> _open = new();
    private int _line;
    private int _position;

    private TemplateTags(Post post, Generator generator, ArticleNotes notes)
    {
        _kramdown = generator == Generator.Jekyll;
        _text = post.Body.Text;
        _markdown = post.Body.Format == BodyFormat.Markdown;
        _notes = notes;
        _meaning = new(Path.GetFileNameWithoutExtension(post.Name));
        _ends = new(_text);
    }

    /// <summary>The body of a post with its tags expanded.</summary>
    /// <param name="post">The post; its format tells whether fences and backticks are code.</param>
    /// <param name="generator">Whose tags they are.</param>
    /// <param name="notes">Gets a note for each tag that was left.</param>
    public static string Expand(Post post, Generator generator, ArticleNotes notes)
    {
        var text = post.Body.Text;
        return text.Contains("{%", StringComparison.Ordinal) || text.Contains("{{", StringComparison.Ordinal) || text.Contains("{:", StringComparison.Ordinal)
            ? new TemplateTags(post, generator, notes).Expand()
            : text;
    }

    private string Expand()
    {
        string? fence = null;
        while (_position < _text.Length)
        {
            var line = NextLine();
            if (fence is not null)
            {
                _output.Append(line);
                fence = FenceMark.Ends(line, fence) ? null : fence;
            }
            else if (_markdown && FenceMark.Of(line) is { } mark)
            {
                _output.Append(line);
                fence = mark;
            }
            else if (!Block(line) && !AttributeLine(line))
            {
                _output.Append(Inline(line));
            }
        }

        return _output.ToString();
    }

    // A line of kramdown's that belongs to the block above it.
    private bool AttributeLine(string line)
    {
        if (!_markdown)
            return false;
        if (AttributeLists.IsContents(line))
        {
            TakeListItem();
            return true;
        }

        if (!_kramdown || !AttributeLists.IsAlone(line))
            return false;
        if (AttributeLists.Id(line) is { } id && _output.Length > 0 && LastLine().TrimStart().StartsWith('#'))
            _output.Insert(_output.Length - 1, $" {{#{id}}}");
        return true;
    }

    // The list that a table of contents takes the place of has one item.
    private void TakeListItem()
    {
        if (LastLine() is { Length: > 0 } last && ListMark.Begins(last))
            _output.Length -= last.Length;
    }

    private string LastLine()
    {
        var start = _output.Length - 1;
        while (start > 0 && _output[start - 1] != '\n')
            start--;
        return start < 0 ? "" : _output.ToString(start, _output.Length - start);
    }

    private string NextLine()
    {
        var end = _text.IndexOf('\n', _position);
        var line = end < 0 ? _text[_position..] : _text[_position..(end + 1)];
        _position += line.Length;
        _line++;
        return line;
    }

    // A tag on a line of its own whose end is further down.
    private bool Block(string line)
    {
        if (OpeningTag.Of(line) is { } opening && _ends.Next(opening.Name, _position) is { } end)
        {
            var arguments = TagArguments.Parse(opening.Arguments);
            switch (opening.Name)
            {
                case "highlight" or "codeblock" or "code":
                    _output.Append(TagMeaning.Code(Language(opening.Name, arguments), Skip(end)));
                    return true;
                case "raw":
                    _output.Append(Skip(end));
                    return true;
                case var name when QuoteBlock.Open(name, arguments) is { } html:
                    _open.Push(QuoteBlock.Close(name, arguments));
                    _output.Append("\n\n").Append(html).Append("\n\n");
                    return true;
            }
        }

        if (_open.Count == 0 || !QuoteBlock.IsName(EndTags.NameIn(line)))
            return false;
        _output.Append("\n\n").Append(_open.Pop()).Append("\n\n");
        return true;
    }

    private string Skip(EndTags.Line end)
    {
        var content = _text[_position..end.Start];
        _position = Math.Min(_text.Length, end.End + 1);
        _line += content.AsSpan().Count('\n') + 1;
        return content;
    }

    private static string Language(string tag, TagArguments arguments) =>
        arguments.Words.FirstOrDefault(w => w.StartsWith("lang:", StringComparison.Ordinal))?[5..]
        ?? (tag == "highlight" ? arguments.First : null) ?? "";

    private string Inline(string line)
    {
        // What was between raw tags is text, whatever it looks like.
        if (RawText.Unwrap(line) is { } plain)
            return plain;
        var expanded = Tags(line);
        return _markdown && _kramdown ? AttributeLists.Remove(expanded) : expanded;
    }

    private string Tags(string line)
    {
        var scanner = new TagScanner(line);
        if (scanner.Next(0) is not { } first)
            return line;
        var code = _markdown ? new CodeSpans(line) : null;
        var (expanded, copied) = (new StringBuilder(line.Length), 0);
        for (TemplateTag? next = first; next is { } tag; next = scanner.Next(tag.End))
        {
            if (code?.Hold(tag.Start) != true && Meaning(tag) is { } html)
            {
                expanded.Append(line, copied, tag.Start - copied).Append(html);
                copied = tag.End;
            }
        }

        return expanded.Append(line, copied, line.Length - copied).ToString();
    }

    private string? Meaning(TemplateTag tag)
    {
        var html = _meaning.Of(tag.Name, TagArguments.Parse(tag.Arguments));
        if (html is null)
            _notes.Add(_line - 1, tag.Start + 1, $"The tag \"{tag.Name}\" is not known here and was left as text.");
        return html;
    }
}
