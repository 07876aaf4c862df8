using System.Text;
using System.Text.RegularExpressions;
using Blobpress.Site.Posts;

namespace Blobpress.Site.Html;

/// <summary>
/// Puts HTML in the place of the template tags that Hexo (Nunjucks), Jekyll (Liquid) and Hugo (shortcodes) would expand, where
/// their meaning is plain. Other tags stay as text, with a note; code is left alone.
/// </summary>
internal sealed partial class TemplateTags
{
    private readonly string _text;
    private readonly bool _markdown;
    private readonly int _firstLine;
    private readonly ICollection<Reason> _notes;
    private readonly TagMeaning _meaning;
    private readonly StringBuilder _output = new();
    private readonly Stack<string> _open = new();
    private int _line;
    private int _position;

    private TemplateTags(Post post, ICollection<Reason> notes)
    {
        _text = post.Body.Text;
        _markdown = post.Body.Format == BodyFormat.Markdown;
        _firstLine = post.Body.FirstLine;
        _notes = notes;
        _meaning = new(Path.GetFileNameWithoutExtension(post.Name));
    }

    /// <summary>The body of a post with its tags expanded.</summary>
    /// <param name="post">The post; its format tells whether fences and backticks are code.</param>
    /// <param name="notes">Gets a note for each tag that was left.</param>
    public static string Expand(Post post, ICollection<Reason> notes)
    {
        var text = post.Body.Text;
        return text.Contains("{%", StringComparison.Ordinal) || text.Contains("{{", StringComparison.Ordinal) || text.Contains("{:", StringComparison.Ordinal)
            ? new TemplateTags(post, notes).Expand()
            : text;
    }

    private string Expand()
    {
        string? fence = null;
        while (_position < _text.Length)
        {
            var line = NextLine();
            if (fence is not null || (_markdown && Fence().IsMatch(line)))
                fence = Fenced(line, fence);
            else if (!Block(line))
                _output.Append(Inline(line));
        }

        return _output.ToString();
    }

    private string NextLine()
    {
        var end = _text.IndexOf('\n', _position);
        var line = end < 0 ? _text[_position..] : _text[_position..(end + 1)];
        _position += line.Length;
        _line++;
        return line;
    }

    private string? Fenced(string line, string? fence)
    {
        _output.Append(line);
        var mark = Fence().Match(line).Groups[1].Value;
        if (fence is null)
            return mark;
        return mark.StartsWith(fence, StringComparison.Ordinal) && line.Trim().Trim(fence[0]).Length == 0 ? null : fence;
    }

    // A tag on a line of its own whose end is further down.
    private bool Block(string line)
    {
        if (Opening().Match(line) is { Success: true } opening && EndOf(opening.Groups[1].Value) is { } end)
        {
            var arguments = TagArguments.Parse(opening.Groups[2].Value);
            switch (opening.Groups[1].Value)
            {
                case "highlight" or "codeblock" or "code":
                    _output.Append(TagMeaning.Code(Language(opening.Groups[1].Value, arguments), Skip(end)));
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

        if (_open.Count == 0 || !Closing().IsMatch(line))
            return false;
        _output.Append("\n\n").Append(_open.Pop()).Append("\n\n");
        return true;
    }

    private Match? EndOf(string name)
    {
        var end = Regex.Match(_text[_position..], @"^[ \t]*(?:\{%-?\s*end" + name + @"\s*-?%\}|\{\{[<%]\s*/" + name + @"\s*[>%]\}\})[ \t]*$", RegexOptions.Multiline);
        return end.Success ? end : null;
    }

    private string Skip(Match end)
    {
        var content = _text.Substring(_position, end.Index);
        _position = Math.Min(_text.Length, _position + end.Index + end.Length + 1);
        _line += content.Count(c => c == '\n') + 1;
        return content;
    }

    private static string Language(string tag, TagArguments arguments) =>
        arguments.Words.FirstOrDefault(w => w.StartsWith("lang:", StringComparison.Ordinal))?[5..]
        ?? (tag == "highlight" ? arguments.First : null) ?? "";

    private string Inline(string line)
    {
        var plain = Raw().Replace(line, "$1");
        // What was between raw tags is text, whatever it looks like.
        if (plain.Length != line.Length)
            return plain;
        var expanded = Tag().Replace(line, m => _markdown && IsInCode(line, m.Index) ? m.Value : Expand(m));
        return _markdown ? AttributeList().Replace(expanded, m => IsInCode(expanded, m.Index) ? m.Value : "") : expanded;
    }

    private string Expand(Match tag)
    {
        var name = tag.Groups[1].Success ? tag.Groups[1].Value : tag.Groups[3].Value;
        var arguments = tag.Groups[1].Success ? tag.Groups[2].Value : tag.Groups[4].Value;
        if (_meaning.Of(name, TagArguments.Parse(arguments)) is { } html)
            return html;
        _notes.Add(new(_firstLine + _line - 1, tag.Index + 1, $"The tag \"{name}\" is not known here and was left as text."));
        return tag.Value;
    }

    // Within a code span of this line: a run of backticks before it that a run of equal length closes after it.
    private static bool IsInCode(string line, int index)
    {
        foreach (Match span in CodeSpan().Matches(line))
        {
            if (span.Index < index && index < span.Index + span.Length)
                return true;
        }

        return false;
    }

    [GeneratedRegex(@"^ {0,3}(?:> ?|[-*+] |\d+[.)] )*\s*(`{3,}|~{3,})")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^[ \t]*(?:\{%-?\s*|\{\{[<%]\s*)(\w+)\s*(.*?)\s*(?:-?%\}|[>%]\}\})[ \t]*\r?\n?$")]
    private static partial Regex Opening();

    [GeneratedRegex(@"^[ \t]*(?:\{%-?\s*end|\{\{[<%]\s*/)(?:note|blockquote|quote|pullquote|centerquote)\s*(?:-?%\}|[>%]\}\})[ \t]*\r?\n?$")]
    private static partial Regex Closing();

    [GeneratedRegex(@"\{%-?\s*raw\s*-?%\}(.*?)\{%-?\s*endraw\s*-?%\}")]
    private static partial Regex Raw();

    [GeneratedRegex(@"\{%-?\s*(\w+)\s*(.*?)\s*-?%\}|\{\{[<%]\s*(/?\w[\w-]*)\s*(.*?)\s*/?[>%]\}\}")]
    private static partial Regex Tag();

    // kramdown's {: .class #id key="value"}; what it sets has no meaning here.
    [GeneratedRegex(@"\{:(?:toc|\s?[.#:\w][^}\n]*)\}")]
    private static partial Regex AttributeList();

    [GeneratedRegex(@"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)")]
    private static partial Regex CodeSpan();
}
