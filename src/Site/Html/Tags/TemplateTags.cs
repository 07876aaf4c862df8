using System.Buffers;
using Blobpress.Site.Links;
using Blobpress.Site.Posts;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Html.Tags;

/// <summary>
/// Puts HTML in the place of the template tags that Hexo (Nunjucks), Jekyll (Liquid), Hugo (shortcodes) and their themes would
/// expand. Of tags whose meaning is not known what they enclose stays, and a note; code is left alone.
/// </summary>
internal sealed class TemplateTags
{
    private const int MaxDepth = 64;
    private const int MaxNotes = 100;

    // Before a tag within an address, what leads there.
    private const int LongestAddress = 300;

    private static readonly SearchValues<char> BeforeAddress = SearchValues.Create(" \t(\"'=<");

    private readonly string _text;
    private readonly bool _markdown;
    private readonly Generator _generator;
    private readonly ArticleNotes _notes;
    private readonly TagMeaning _meaning;
    private readonly Func<string, LinkTarget?> _target;
    private readonly TemplateValues _values;
    private readonly EndTags _ends;
    private readonly TagLines _lines;
    private readonly CodeElements _elements;
    private readonly TagOutput _output;
    private readonly Stack<(string Name, string Close)> _open = new();
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly Liquid.LineMap? _map;
    private int _position;

    private TemplateTags(Post post, string text, SiteSettings settings, LinkTargets targets, ArticleNotes notes, Liquid.LineMap? map)
    {
        _target = address => PostTarget.In(address) is { } named ? targets[named.Reference(post.Name)] : null;
        (_text, _map) = (text, map);
        _output = new(OutputLimit.OfStage(_text));
        _markdown = post.Body.Format == BodyFormat.Markdown;
        _generator = settings.Generator;
        _notes = notes;
        _meaning = new(Path.GetFileNameWithoutExtension(post.Name), _target);
        _values = new(post, settings);
        _ends = new(_text);
        _lines = new(_text);
        _elements = new(_text);
    }

    /// <summary>The body of a post with its tags expanded.</summary>
    /// <param name="post">The post; its format tells whether fences and backticks are code.</param>
    /// <param name="settings">Whose tags they are, and the values of the site.</param>
    /// <param name="targets">Where links lead: the tags of some show a title or an address.</param>
    /// <param name="notes">Gets a note for each tag that is not understood.</param>
    public static string Expand(Post post, SiteSettings settings, LinkTargets targets, ArticleNotes notes) => Expand(post, post.Body.Text, settings, targets, notes, null);

    /// <summary>The same of a text that is made of a post's body already.</summary>
    /// <param name="post">The post.</param>
    /// <param name="text">The text.</param>
    /// <param name="settings">The site's.</param>
    /// <param name="targets">Where links lead.</param>
    /// <param name="notes">Gets a note for each tag that is not understood.</param>
    /// <param name="map">Which place of the body each place of the text is from; null where they are the same.</param>
    public static string Expand(Post post, string text, SiteSettings settings, LinkTargets targets, ArticleNotes notes, Liquid.LineMap? map)
    {
        return text.Contains("{%", StringComparison.Ordinal) || text.Contains("{{", StringComparison.Ordinal)
            || text.Contains("{:", StringComparison.Ordinal) || text.Contains("{#", StringComparison.Ordinal)
            ? new TemplateTags(post, text, settings, targets, notes, map).Expand()
            : text;
    }

    private string Expand()
    {
        string? fence = null;
        while (_position < _text.Length)
        {
            var end = _lines.EndAt(_position, fence is not null);
            var line = _text[_position..end];
            if (fence is not null)
            {
                fence = FenceMark.Ends(line, fence) ? null : fence;
                Code(line);
                _position = end;
            }
            else if (_markdown && IsLineStart() && FenceMark.Of(line) is { } mark)
            {
                _output.Line(line);
                fence = mark;
                _position = end;
            }
            else if (_markdown && IsLineStart() && (CodeLine(line) || AttributeLine(line)))
            {
                _position = end;
            }
            else
            {
                Tags(line, end);
            }
        }

        while (_open.TryPop(out var open))
            _output.Block("", open.Close);
        return _output.ToString();
    }

    private bool IsLineStart() => _position == 0 || _text[_position - 1] == '\n';

    private bool CodeLine(string line)
    {
        if (!_lines.IsIndentedCode(line))
            return false;
        Code(line);
        return true;
    }

    // Jekyll and Hugo run tags in code too, so that their authors have to switch them off.
    private void Code(string line)
    {
        if (_generator == Generator.Jekyll && line.Trim() is "{% raw %}" or "{% endraw %}" or "{%raw%}" or "{%endraw%}" or "{%- raw -%}" or "{%- endraw -%}")
            return;
        _output.Line(_generator == Generator.Hugo ? RawMarks.Unescape(line) : line);
    }

    // A line of kramdown's that belongs to the block above it.
    private bool AttributeLine(string line)
    {
        if (AttributeLists.IsContents(line))
        {
            if (_output.LastLine() is { Length: > 0 } last && ListMark.Begins(last))
                _output.Shorten(last.Length);
            _output.Block("", "[toc]");
            return true;
        }

        if (_generator != Generator.Jekyll || !AttributeLists.IsAlone(line))
            return false;
        if (AttributeLists.Id(line) is { } id && _output.LastLine().TrimStart().StartsWith('#'))
            _output.ExtendLine($" {{#{id}}}");
        return true;
    }

    private void Tags(string line, int end)
    {
        var start = _position;
        _position = end;
        if (_open.Count > 0 && TabMark.Of(line) is { } caption)
        {
            _output.Block("", TagHtml.Strong(caption));
            return;
        }

        var scanner = new TagScanner(line);
        var code = _markdown ? new CodeSpans(line) : null;
        var copied = 0;
        for (var next = scanner.Next(0); next is { } tag; next = scanner.Next(copied > tag.End ? copied : tag.End))
        {
            if ((code?.Hold(tag.Start) == true && !IsRawWithin(tag, start, end)) || _elements.Hold(start + tag.Start) || IsLeft(tag, line))
                continue;
            _output.Text(Plain(line[copied..tag.Start]));
            copied = Take(tag, line, start) - start;
            if (copied >= line.Length)
            {
                _position = start + copied;
                return;
            }
        }

        _output.Line(Plain(line[copied..]));
    }

    // In a span of code the tags around what must not be run are no part of it.
    private bool IsRawWithin(TemplateTag tag, int start, int end) =>
        tag.Name == "raw" && _ends.Next("raw", start + tag.End) is { } close && close.End <= end;

    // What only looks like a tag: TeX, and the values of other generators.
    private bool IsLeft(TemplateTag tag, string line) => tag.Kind switch
    {
        TagKind.Value => _generator is Generator.Hugo or Generator.None || (tag.Start > 0 && (char.IsLetterOrDigit(line[tag.Start - 1]) || line[tag.Start - 1] is '_' or '^' or '\\' or '{' or '$' || (line[tag.Start - 1] == '}' && !IsBehindValue(line.AsSpan(0, tag.Start))))),
        TagKind.Comment => _generator is not Generator.Hexo,
        TagKind.Tag => _generator == Generator.Hugo && _meaning.Of(tag.Name, TagArguments.Parse(tag.Arguments), tag.Arguments) is null && EndTags.NameOf(tag.Name) is null,
        _ => false,
    };

    // {{ site.url }}{{ site.baseurl }}
    private bool IsBehindValue(ReadOnlySpan<char> before) => _generator == Generator.Jekyll && before.EndsWith("}}");

    private string Plain(string text) => _markdown && _generator == Generator.Jekyll ? AttributeLists.Remove(text) : text;

    // Gives where to go on in the text.
    private int Take(TemplateTag tag, string line, int start)
    {
        var (from, to) = (start + tag.Start, start + tag.End);
        switch (tag.Kind)
        {
            case TagKind.Comment:
                return to;
            case TagKind.Escaped:
                _output.Text(tag.Arguments);
                return to;
            case TagKind.Value:
                Value(tag, from);
                return to;
        }

        if (EndTags.NameOf(tag.Name) is { } ended)
        {
            Close(ended, Prefix(line, tag));
            return to;
        }

        return Verbatim(tag, to, from) ?? Open(tag, line, from, to);
    }

    private void Value(TemplateTag tag, int at)
    {
        if (_values.Of(tag.Arguments) is { } value)
            _output.Text(HtmlText.Escape(value));
        else
            Note(at, $"The value {{{{ {tag.Arguments} }}}} is not known here and was left out.");
    }

    // Tags whose content is no Markdown; null for others.
    private int? Verbatim(TemplateTag tag, int to, int from)
    {
        if (tag.Name is not ("raw" or "verbatim" or "highlight" or "codeblock" or "code" or "comment" or "mermaid" or "math" or "echarts" or "chart")
            || _ends.Next(tag.Name, to) is not { } end)
            return null;
        var content = _text[to..end.Start];
        var arguments = TagArguments.Parse(tag.Arguments);
        switch (tag.Name)
        {
            case "comment":
                break;
            case "raw" or "verbatim":
                _output.Text(content);
                break;
            case "mermaid" or "math" or "echarts" or "chart":
                _output.Block("", TagHtml.Code(tag.Name, content));
                break;
            default:
                _output.Block("", TagHtml.Code(CodeCaption.Language(tag, arguments), content, CodeCaption.Info(tag, arguments)));
                break;
        }

        return SkipLineEnd(end.End, tag.Name is "raw" or "comment" && _output.AtLineStart);
    }

    // A tag that is alone on its line takes the line's end with it.
    private int SkipLineEnd(int at, bool alone)
    {
        var next = at;
        while (next < _text.Length && _text[next] is ' ' or '\t')
            next++;
        return alone && next < _text.Length && _text[next] == '\n' ? next + 1 : at;
    }

    private int Open(TemplateTag tag, string line, int from, int to)
    {
        var arguments = TagArguments.Parse(tag.Arguments);
        var closed = _ends.Next(tag.Name, to) is not null;
        if (closed && _open.Count < MaxDepth && Passages.Of(tag.Name, arguments, tag.Arguments) is var (open, close))
        {
            _open.Push((tag.Name, close));
            _output.Block(Prefix(line, tag), open);
            return to;
        }

        if ((tag.Name == "param" ? Param(arguments) : _meaning.Of(tag.Name, arguments, tag.Arguments)) is { } html)
        {
            _output.Text(PostTarget.Is(html) && PostTarget.In(html) is { } target && !IsDestination(_output.End(LongestAddress)) ? TagHtml.PlainLink(html, Shown(html, target)) : html);
            return to;
        }

        if (_generator == Generator.None && !closed)
        {
            Note(from, $"The tag \"{tag.Name}\" is not known here and was left as text.");
            _output.Text(_text[from..to]);
            return to;
        }

        if (tag.Name is "else" or "elsif" or "elseif" or "when" or "more" or "if" or "unless" or "for" or "case")
            Note(from, $"The tag \"{tag.Name}\" is not run here; what it encloses is shown.");
        else
            Note(from, closed
                ? $"The tag \"{tag.Name}\" is not known here; what it encloses is shown without it."
                : $"The tag \"{tag.Name}\" is not known here and was left out: {Excerpt.Of(_text[from..to], 200)}");
        return to;
    }

    private string Shown(string address, PostTarget target) => _target(address) is { } found ? found.Url + target.Suffix : target.Written;

    // True behind the beginning of an address: of a link or a definition in Markdown, of an attribute in HTML; the site's own URL may stand there.
    private static bool IsDestination(ReadOnlySpan<char> before)
    {
        var at = before.LastIndexOfAny(BeforeAddress);
        var own = before[(at + 1)..];
        if (!own.IsEmpty && own[0] != '/' && !own.StartsWith("http"))
            return false;
        before = before[..(at + 1)];
        if (before is [.. var outer, '<'])
            before = outer;
        return before is [.., ']', '('] or [.., '=', '"' or '\''] or [.., '='] || before.TrimEnd().EndsWith("]:", StringComparison.Ordinal);
    }

    private string? Param(TagArguments arguments) =>
        arguments.First is { } name && (_values.Of("page." + name) ?? _values.Of("site." + name)) is { } value ? HtmlText.Escape(value) : null;

    private void Close(string name, string prefix)
    {
        if (!_open.Any(open => open.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            return;
        while (_open.TryPop(out var open))
        {
            _output.Block(prefix, open.Close);
            if (open.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return;
        }
    }

    // The marks of quotes and the indentation of lists before a tag.
    private static string Prefix(string line, TemplateTag tag)
    {
        var length = line.AsSpan(0, tag.Start).IndexOfAnyExcept(" \t>");
        return length < 0 ? line[..tag.Start] : line[..length];
    }

    private void Note(int at, string message)
    {
        if (!_told.Add(message))
            return;
        if (_told.Count > MaxNotes)
        {
            _notes.Add("", message);
            return;
        }

        var before = _text.AsSpan(0, at);
        var (line, column) = _map?.Of(at) ?? (before.Count('\n'), at - before.LastIndexOf('\n'));
        _notes.Add(line, column, message);
    }
}
