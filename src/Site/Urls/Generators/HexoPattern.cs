namespace Blobpress.Site.Urls.Generators;

/// <summary>Hexo's pattern language: a colon and a name of ASCII letters, digits and underscores that does not end in an underscore.</summary>
internal static class HexoPattern
{
    /// <summary>A pattern's parts: texts as they are, and names without their colon.</summary>
    public static IEnumerable<(string Text, bool IsName)> Parts(string pattern)
    {
        var start = 0;
        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] != ':' || NameAt(pattern, at + 1) is not { Length: > 0 } name) continue;
            if (at > start) yield return (pattern[start..at], false);
            yield return (name, true);
            at += name.Length;
            start = at + 1;
        }

        if (start < pattern.Length) yield return (pattern[start..], false);
    }

    private static string NameAt(string pattern, int from)
    {
        var end = from;
        while (end < pattern.Length && (char.IsAsciiLetterOrDigit(pattern[end]) || pattern[end] == '_')) end++;
        return pattern[from..end].TrimEnd('_');
    }
}
