namespace Blobpress.Site.Values;

/// <summary>One key of a YAML mapping at the left margin and all lines that belong to it.</summary>
internal sealed record YamlBlock(IReadOnlyList<string> Lines, int FirstLine)
{
    public string Text => string.Join('\n', Lines);

    /// <summary>Splits a mapping; lines before the first key make a block of their own.</summary>
    public static IEnumerable<YamlBlock> Split(string text, int firstLine)
    {
        var lines = text.Split('\n');
        var start = 0;
        for (var i = 1; i <= lines.Length; i++)
        {
            if (i < lines.Length && !BeginsKey(lines[i])) continue;
            yield return new(lines[start..i], firstLine + start);
            start = i;
        }
    }

    private static bool BeginsKey(string line) =>
        line.Length > 0 && !char.IsWhiteSpace(line[0]) && line[0] is not ('#' or ']' or '}') && line != "-" && !line.StartsWith("- ", StringComparison.Ordinal);
}
