namespace Blobpress.Site.Html.Tags;

/// <summary>The end tags of a text that stand on lines of their own, found in one pass and asked for from the top down.</summary>
internal sealed class EndTags
{
    private readonly Dictionary<string, Queue<Line>> _byName = new(StringComparer.Ordinal);

    /// <summary>Finds them all.</summary>
    public EndTags(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            var end = length < 0 ? text.Length : start + length;
            if (NameIn(text.AsSpan(start, end - start)) is { } name)
            {
                if (!_byName.TryGetValue(name, out var lines))
                    _byName[name] = lines = new();
                lines.Enqueue(new(start, end));
            }

            start = end + 1;
        }
    }

    /// <summary>The first end tag of that name whose line begins at or after <paramref name="from"/>; null where there is none. Questions go forward through the text.</summary>
    public Line? Next(string name, int from)
    {
        if (!_byName.TryGetValue(name, out var lines))
            return null;
        while (lines.TryPeek(out var line) && line.Start < from)
            lines.Dequeue();
        return lines.TryPeek(out var next) ? next : null;
    }

    /// <summary>The name of the tag that a line ends: <c>{% endnote %}</c>, <c>{{&lt; /note >}}</c>; null where the line is no end tag.</summary>
    public static string? NameIn(ReadOnlySpan<char> line)
    {
        var tag = line.Trim();
        if (tag.Length < 5 || tag[0] != '{' || tag[^1] != '}')
            return null;
        var start = tag.StartsWith("{%", StringComparison.Ordinal) ? AfterEnd(tag)
            : tag.StartsWith("{{<", StringComparison.Ordinal) || tag.StartsWith("{{%", StringComparison.Ordinal) ? AfterSlash(tag) : -1;
        if (start < 0)
            return null;
        var end = Word.End(tag, start);
        return end > start && tag[Blank.Skip(tag, end)..] is "%}" or "-%}" or ">}}" or "%}}" ? tag[start..end].ToString() : null;
    }

    private static int AfterEnd(ReadOnlySpan<char> tag)
    {
        var at = Blank.Skip(tag, tag[2] == '-' ? 3 : 2);
        return tag[at..].StartsWith("end", StringComparison.Ordinal) ? at + 3 : -1;
    }

    private static int AfterSlash(ReadOnlySpan<char> tag)
    {
        var at = Blank.Skip(tag, 3);
        return at < tag.Length && tag[at] == '/' ? at + 1 : -1;
    }

    /// <summary>Where a line begins, and where its line end, or the text's, stands.</summary>
    public readonly record struct Line(int Start, int End);
}
