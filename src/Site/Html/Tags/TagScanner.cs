namespace Blobpress.Site.Html.Tags;

/// <summary>Finds the template tags of a line, one after the other, each part of the line being looked at a fixed number of times.</summary>
internal sealed class TagScanner(string line)
{
    private readonly Ahead _tagEnd = new(line, "%}");
    private readonly Ahead _angleEnd = new(line, ">}}");
    private readonly Ahead _percentEnd = new(line, "%}}");
    private readonly Ahead _valueEnd = new(line, "}}");
    private readonly Ahead _commentEnd = new(line, "#}");

    /// <summary>The first tag at or after <paramref name="from"/>, or null.</summary>
    public TemplateTag? Next(int from)
    {
        for (var at = from; at < line.Length; at++)
        {
            var next = line.IndexOf('{', at);
            if (next < 0)
                return null;
            at = next;
            if ((Tag(at) ?? Shortcode(at) ?? Value(at)) is { } tag)
                return tag;
        }

        return null;
    }

    // Nunjucks and Liquid, where a hyphen takes the blanks off beside the tag.
    private TemplateTag? Tag(int start)
    {
        if (Holds(start + 1, '#') && _commentEnd.From(start + 2) is { } end && end > start + 2 && line[start + 2] == ' ')
            return new(TagKind.Comment, start, end + 2, "", "");
        if (!Holds(start + 1, '%'))
            return null;
        var name = Blank.Skip(line, Holds(start + 2, '-') ? start + 3 : start + 2);
        var nameEnd = Word.End(line, name);
        if (nameEnd == name || _tagEnd.From(nameEnd) is not { } close)
            return null;
        var last = close > nameEnd && line[close - 1] == '-' ? close - 1 : close;
        return new(TagKind.Tag, start, close + 2, line[name..nameEnd], line[nameEnd..last].Trim());
    }

    // Hugo.
    private TemplateTag? Shortcode(int start)
    {
        if (!Holds(start + 1, '{') || !(Holds(start + 2, '<') || Holds(start + 2, '%')))
            return null;
        var name = Blank.Skip(line, start + 3);
        if (Holds(name, '/') && Holds(name + 1, '*'))
            return Escaped(start, name);
        var first = Holds(name, '/') ? name + 1 : name;
        first = Blank.Skip(line, first);
        var end = Word.End(line, first);
        if (end == first)
            return null;
        while (end < line.Length && (line[end] is '-' or '/' or '.' || Word.IsPart(line[end])))
            end++;
        if (end < line.Length && line[end - 1] == '/')
            end--;
        if (Nearer(_angleEnd.From(end), _percentEnd.From(end)) is not { } close)
            return null;
        var last = close > end && line[close - 1] == '/' ? close - 1 : close;
        return new(TagKind.Shortcode, start, close + 3, (Holds(name, '/') ? "/" : "") + line[first..end], line[end..last].Trim());
    }

    // {{</* name */>}} shows a shortcode as it is written.
    private TemplateTag? Escaped(int start, int mark)
    {
        if (Nearer(_angleEnd.From(mark), _percentEnd.From(mark)) is not { } close)
            return null;
        var inner = line[(mark + 2)..close].TrimEnd();
        return new(TagKind.Escaped, start, close + 3, "", inner.EndsWith("*/", StringComparison.Ordinal)
            ? line[start..(start + 3)] + inner[..^2] + line[close..(close + 3)] : line[start..(close + 3)]);
    }

    private TemplateTag? Value(int start) =>
        Holds(start + 1, '{') && _valueEnd.From(start + 2) is { } close && close > start + 2
            ? new(TagKind.Value, start, close + 2, "", line[(start + 2)..close].Trim()) : null;

    private static int? Nearer(int? one, int? other) => one is { } a && other is { } b ? Math.Min(a, b) : one ?? other;

    private bool Holds(int at, char c) => at < line.Length && line[at] == c;
}
