using System.Text.RegularExpressions;

namespace Blobpress.Publishing.Tests.Sites;

/// <summary>Files as one readable text: a line <c>-- name --</c> above each.</summary>
internal static partial class Archive
{
    public static IReadOnlyList<(string Name, string Text)> Read(string archive)
    {
        var text = archive.ReplaceLineEndings("\n") + "\n";
        var heads = Head().Matches(text);
        return [.. heads.Select((head, number) => (head.Groups["name"].Value, text[(head.Index + head.Length)..(number + 1 < heads.Count ? heads[number + 1].Index : text.Length)]))];
    }

    /// <summary>Blank lines, and blanks at the ends of lines, are left out.</summary>
    public static string Write(IEnumerable<KeyValuePair<string, string>> files) => string.Join('\n', files
        .OrderBy(file => file.Key, StringComparer.Ordinal)
        .Select(file => $"-- {file.Key} --\n{Tidy(file.Value)}".TrimEnd()));

    private static string Tidy(string text) =>
        string.Join('\n', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("^-- (?<name>.+) --\n", RegexOptions.Multiline)]
    private static partial Regex Head();
}
