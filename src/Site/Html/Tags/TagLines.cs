namespace Blobpress.Site.Html.Tags;

/// <summary>The lines of a text; one in which a tag begins that ends further down reaches to that end.</summary>
internal sealed class TagLines(string text)
{
    // How far the end of a tag is looked for.
    private const int MaxLength = 2_000;

    private readonly Ahead _tagEnd = new(text, "%}");
    private readonly Ahead _codeEnd = new(text, "}}");
    private bool _list;
    private bool _blank = true;
    private bool _code;

    /// <summary>Where the line ends that begins at <paramref name="start"/>, its line end included.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="code">True within code, where nothing is a tag.</param>
    public int EndAt(int start, bool code)
    {
        var end = LineEnd(start);
        if (code || text.AsSpan(start, end - start).LastIndexOf('{') is var mark && mark < 0)
            return end;
        var line = text.AsSpan(start, end - start);
        var open = Math.Max(line.LastIndexOf("{%"), Math.Max(line.LastIndexOf("{{<"), line.LastIndexOf("{{%")));
        if (open < 0 || line[open..].Contains('}'))
            return end;
        if ((line[open..].StartsWith("{%", StringComparison.Ordinal) ? _tagEnd : _codeEnd).From(end) is not { } close || close - end > MaxLength)
            return end;
        var below = text.AsSpan(end, close - end);
        return below.Contains('{') || below.Contains("\n\n", StringComparison.Ordinal) ? end : LineEnd(close);
    }

    /// <summary>True for a line of code that is set in by four blanks (CommonMark 4.4). Asked for each line in turn.</summary>
    public bool IsIndentedCode(string line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            _blank = true;
            return false;
        }

        var indented = line[0] == '\t' || line.StartsWith("    ", StringComparison.Ordinal);
        if (!indented)
            _list = ListMark.Begins(line) || (_list && !(_blank && !char.IsWhiteSpace(line[0])));
        _code = indented && !_list && (_blank || _code);
        _blank = false;
        return _code;
    }

    private int LineEnd(int start) => text.IndexOf('\n', start) is >= 0 and var at ? at + 1 : text.Length;
}
