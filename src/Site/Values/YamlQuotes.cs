using System.Buffers;

namespace Blobpress.Site.Values;

/// <summary>Puts quotes round a text that YAML can't read without them.</summary>
internal static class YamlQuotes
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("[]{}'\"");

    /// <summary>A YAML scalar or flow list that says what the author plainly meant; null where that is not plain.</summary>
    /// <param name="value">One line, trimmed, which is not valid YAML by itself.</param>
    public static string? Quote(string value) => value switch
    {
        "" => null,
        ['"' or '\'', ..] => OfQuoted(value) is { } text ? Single(text) : null,
        ['[', .., ']'] => OfList(value[1..^1]),
        ['[' or '{', ..] => value.AsSpan(1).IndexOfAny(']', '}') > 0 && value[^1] is not ('}' or ',') ? Single(value) : null,
        _ => Single(value),
    };

    private static string Single(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    private static string? OfList(string items)
    {
        if (items.AsSpan().ContainsAny(Marks)) return null;
        var words = items.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return "[" + string.Join(", ", words.Select(Single)) + "]";
    }

    // The text without its quotes where they go round all of it, with them where they go round a part; null where one is open.
    private static string? OfQuoted(string value)
    {
        var run = value.AsSpan().IndexOfAnyExcept('"', '\'');
        if (run < 0) return null;
        if (!Mirrored(value, run)) return value.AsSpan(1).Contains(value[0]) ? value : null;

        var inner = value[run..^run];
        var next = inner.IndexOf(value[0], StringComparison.Ordinal);
        var roundAll = run > 1 || next < 0 || (next > 0 && char.IsWhiteSpace(inner[next - 1]));
        return roundAll ? inner.Trim() : value;
    }

    private static bool Mirrored(string value, int run)
    {
        if (value.Length <= 2 * run) return false;
        for (var i = 0; i < run; i++)
            if (value[i] != value[^(i + 1)]) return false;
        return true;
    }
}
