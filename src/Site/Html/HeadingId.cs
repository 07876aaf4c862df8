namespace Blobpress.Site.Html;

/// <summary>An identifier at a heading's end, as in <c>Title {#id}</c>.</summary>
internal static class HeadingId
{
    /// <summary>The text before it and the identifier; null where the text ends in none.</summary>
    public static (string Text, string Id)? Split(string text)
    {
        var end = text.AsSpan().TrimEnd();
        var start = end.LastIndexOf("{#");
        if (end is not [.., '}'] || start < 0)
            return null;
        var id = end[(start + 2)..^1];
        return id.IsEmpty || id.ContainsAny('{', '}') || id.ToString().Any(char.IsWhiteSpace)
            ? null
            : (end[..start].TrimEnd().ToString(), id.ToString());
    }
}
