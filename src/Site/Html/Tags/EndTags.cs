namespace Blobpress.Site.Html.Tags;

/// <summary>The end tags of a text, found in one pass and asked for from the top down.</summary>
internal sealed class EndTags
{
    private readonly Dictionary<string, Queue<Place>> _byName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds them all.</summary>
    public EndTags(string text)
    {
        for (var at = text.IndexOf('{', StringComparison.Ordinal); at >= 0; at = text.IndexOf('{', at + 1))
        {
            if (At(text.AsSpan(at)) is not var (name, length))
                continue;
            if (!_byName.TryGetValue(name, out var places))
                _byName[name] = places = new();
            places.Enqueue(new(at, at + length));
            at += length - 1;
        }
    }

    /// <summary>The first end tag of that name at or after <paramref name="from"/>; null where there is none. Questions go forward through the text.</summary>
    public Place? Next(string name, int from)
    {
        if (!_byName.TryGetValue(name, out var places))
            return null;
        while (places.TryPeek(out var place) && place.Start < from)
            places.Dequeue();
        return places.TryPeek(out var next) ? next : null;
    }

    /// <summary>The name of what a tag ends: <c>endnote</c>, <c>/note</c>; null where it ends nothing.</summary>
    public static string? NameOf(string tag) => tag switch
    {
        ['/', _, ..] => tag[1..],
        ['e', 'n', 'd', _, ..] => tag[3..].TrimStart('_'),
        _ => null,
    };

    // {% endnote %}, {{< /note >}}: at most so long that no line of a text is looked through twice.
    private static (string Name, int Length)? At(ReadOnlySpan<char> text)
    {
        var start = text.StartsWith("{%", StringComparison.Ordinal) ? AfterEnd(text)
            : text.StartsWith("{{<", StringComparison.Ordinal) || text.StartsWith("{{%", StringComparison.Ordinal) ? AfterSlash(text) : -1;
        if (start < 0)
            return null;
        var end = start;
        while (end < text.Length && (Word.IsPart(text[end]) || text[end] == '-'))
            end++;
        var name = text[start..end].TrimEnd('-').TrimStart('_');
        var close = Blank.Skip(text, start + text[start..end].TrimEnd('-').Length);
        foreach (var mark in (ReadOnlySpan<string>)["-%}", "%}}", ">}}", "%}"])
        {
            if (!name.IsEmpty && text[close..].StartsWith(mark, StringComparison.Ordinal))
                return (name.ToString(), close + mark.Length);
        }

        return null;
    }

    private static int AfterEnd(ReadOnlySpan<char> tag)
    {
        var at = Blank.Skip(tag, tag.Length > 2 && tag[2] == '-' ? 3 : 2);
        return tag[at..].StartsWith("end", StringComparison.Ordinal) ? at + 3 : -1;
    }

    private static int AfterSlash(ReadOnlySpan<char> tag)
    {
        var at = Blank.Skip(tag, 3);
        return at < tag.Length && tag[at] == '/' ? at + 1 : -1;
    }

    /// <summary>Where an end tag begins, and where what follows it does.</summary>
    public readonly record struct Place(int Start, int End);
}
