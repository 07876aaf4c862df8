namespace Blobpress.Site.Urls.Generators;

/// <summary>Hugo's pattern language: a colon and a name, with a slice such as <c>[1:]</c> after some; <c>\:</c> is a colon.</summary>
internal static class HugoPattern
{
    /// <summary>A pattern's parts: texts as they are, and names without their colon, a slice in brackets after them.</summary>
    public static IEnumerable<(string Text, bool IsName)> Parts(string pattern)
    {
        var start = 0;
        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] != ':' || (at > 0 && pattern[at - 1] == '\\')) continue;
            var end = EndOfName(pattern, at + 1);
            if (end == at + 1) continue;
            if (at > start) yield return (Plain(pattern[start..at]), false);
            yield return (pattern[(at + 1)..end], true);
            at = end - 1;
            start = end;
        }

        if (start < pattern.Length) yield return (Plain(pattern[start..]), false);
    }

    /// <summary>Some of a path's folders: <c>[0]</c>, <c>[last]</c>, <c>[1:]</c>, <c>[:2]</c>, <c>[1:last]</c>; what is out of bounds is left out.</summary>
    public static IReadOnlyList<string> Slice(IReadOnlyList<string> folders, string slice)
    {
        var bounds = slice.Trim('[', ']').Split(':');
        if (folders.Count == 0) return [];
        if (bounds.Length == 1) return Bound(bounds[0], folders.Count) is var one && one < folders.Count ? [folders[one]] : [];
        var from = bounds[0].Length == 0 ? 0 : Bound(bounds[0], folders.Count);
        var to = bounds[1].Length == 0 ? folders.Count : Math.Min(Bound(bounds[1], folders.Count), folders.Count);
        return from < to ? [.. folders.Take(to).Skip(from)] : [];
    }

    private static int Bound(string text, int count) =>
        text.Trim().Equals("last", StringComparison.OrdinalIgnoreCase) ? count - 1 : int.TryParse(text, out var number) ? Math.Max(number, 0) : 0;

    private static int EndOfName(string pattern, int from)
    {
        var end = from;
        while (end < pattern.Length && (char.IsAsciiLetterOrDigit(pattern[end]) || pattern[end] == '_')) end++;
        if (end == from || end >= pattern.Length || pattern[end] != '[') return end;
        var close = pattern.IndexOf(']', end);
        return close < 0 ? end : close + 1;
    }

    private static string Plain(string text) => text.Replace("\\:", ":", StringComparison.Ordinal);
}
