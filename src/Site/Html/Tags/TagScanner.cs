namespace Blobpress.Site.Html.Tags;

/// <summary>Finds the template tags of a line, one after the other, each part of the line being looked at a fixed number of times.</summary>
internal sealed class TagScanner(string line)
{
    private readonly Ahead _tagEnd = new(line, "%}");
    private readonly Ahead _angleEnd = new(line, ">}}");
    private readonly Ahead _percentEnd = new(line, "%}}");

    /// <summary>The first tag at or after <paramref name="from"/>, or null.</summary>
    public TemplateTag? Next(int from)
    {
        for (var at = from; at < line.Length; at++)
        {
            var next = line.IndexOf('{', at);
            if (next < 0)
                return null;
            at = next;
            if ((Tag(at) ?? Shortcode(at)) is { } tag)
                return tag;
        }

        return null;
    }

    // Nunjucks and Liquid, where a hyphen takes the blanks off beside the tag.
    private TemplateTag? Tag(int start)
    {
        if (!Holds(start + 1, '%'))
            return null;
        var name = Blank.Skip(line, Holds(start + 2, '-') ? start + 3 : start + 2);
        var end = Word.End(line, name);
        if (end == name || _tagEnd.From(end) is not { } close)
            return null;
        var last = close > end && line[close - 1] == '-' ? close - 1 : close;
        return new(start, close + 2, line[name..end], line[end..last].Trim());
    }

    // Hugo.
    private TemplateTag? Shortcode(int start)
    {
        if (!Holds(start + 1, '{') || !(Holds(start + 2, '<') || Holds(start + 2, '%')))
            return null;
        var name = Blank.Skip(line, start + 3);
        var first = Holds(name, '/') ? name + 1 : name;
        var end = Word.End(line, first);
        if (end == first)
            return null;
        while (end < line.Length && (line[end] == '-' || Word.IsPart(line[end])))
            end++;
        if (Nearer(_angleEnd.From(end), _percentEnd.From(end)) is not { } close)
            return null;
        var last = close > end && line[close - 1] == '/' ? close - 1 : close;
        return new(start, close + 3, line[name..end], line[end..last].Trim());
    }

    private static int? Nearer(int? one, int? other) => one is { } a && other is { } b ? Math.Min(a, b) : one ?? other;

    private bool Holds(int at, char c) => at < line.Length && line[at] == c;
}
