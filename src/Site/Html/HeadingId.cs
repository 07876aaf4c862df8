using Blobpress.Site.Settings;

namespace Blobpress.Site.Html;

/// <summary>An identifier at a heading's end, as in <c>Title {#id}</c>; Hugo's may have classes and other attributes beside it.</summary>
internal static class HeadingId
{
    /// <summary>The text before it and the identifier, empty where there are attributes without one; null where the text ends in none.</summary>
    public static (string Text, string Id)? Split(string text, Generator? generator)
    {
        if (Split(text) is { } plain)
            return plain;
        if (generator != Generator.Hugo)
            return null;
        var end = text.AsSpan().TrimEnd();
        var start = end.LastIndexOf('{');
        if (end is not [.., '}'] || start < 0)
            return null;
        var words = end[(start + 1)..^1].ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && words.All(IsAttribute)
            ? (end[..start].TrimEnd().ToString(), words.FirstOrDefault(word => word[0] == '#')?[1..] ?? "")
            : null;
    }

    private static bool IsAttribute(string word) => word.Length > 1 && (word[0] is '#' or '.' || (char.IsAsciiLetter(word[0]) && word.Contains('=', StringComparison.Ordinal)));

    private static (string Text, string Id)? Split(string text)
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
