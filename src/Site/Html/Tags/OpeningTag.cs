namespace Blobpress.Site.Html.Tags;

/// <summary>A tag that stands alone on its line.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arguments">As written, without the blanks around them.</param>
internal readonly record struct OpeningTag(string Name, string Arguments)
{
    /// <summary>The tag on a line; null where it holds none, or something beside it.</summary>
    public static OpeningTag? Of(ReadOnlySpan<char> line)
    {
        var tag = line.TrimEnd('\n').Trim(" \t");
        var name = Start(tag);
        var close = CloseLength(tag);
        if (name < 0 || close == 0)
            return null;
        var end = Word.End(tag, name);
        return end > name && end + close <= tag.Length
            ? new(tag[name..end].ToString(), tag[end..^close].Trim().ToString())
            : null;
    }

    private static int CloseLength(ReadOnlySpan<char> tag) => tag switch
    {
        [.., '-', '%', '}'] or [.., '%' or '>', '}', '}'] => 3,
        [.., '%', '}'] => 2,
        _ => 0,
    };

    private static int Start(ReadOnlySpan<char> tag)
    {
        if (tag.StartsWith("{%-", StringComparison.Ordinal))
            return Blank.Skip(tag, 3);
        if (tag.StartsWith("{%", StringComparison.Ordinal))
            return Blank.Skip(tag, 2);
        return tag.StartsWith("{{<", StringComparison.Ordinal) || tag.StartsWith("{{%", StringComparison.Ordinal) ? Blank.Skip(tag, 3) : -1;
    }
}
