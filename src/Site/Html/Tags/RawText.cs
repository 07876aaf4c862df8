using System.Text;

namespace Blobpress.Site.Html.Tags;

/// <summary>Text between <c>{% raw %}</c> and <c>{% endraw %}</c> in one line.</summary>
internal static class RawText
{
    /// <summary>The line without the tags around such texts; null where it holds none.</summary>
    public static string? Unwrap(string line)
    {
        if (!line.Contains("raw", StringComparison.Ordinal) || !line.Contains("endraw", StringComparison.Ordinal))
            return null;
        var plain = new StringBuilder(line.Length);
        var copied = 0;
        while (Find(line, "raw", copied) is { } open && Find(line, "endraw", open.End) is { } close)
        {
            plain.Append(line, copied, open.Start - copied).Append(line, open.End, close.Start - open.End);
            copied = close.End;
        }

        return copied == 0 ? null : plain.Append(line, copied, line.Length - copied).ToString();
    }

    private static (int Start, int End)? Find(string line, string name, int from)
    {
        for (var at = line.IndexOf("{%", from, StringComparison.Ordinal); at >= 0; at = line.IndexOf("{%", at + 1, StringComparison.Ordinal))
        {
            var start = Blank.Skip(line, at + 2 < line.Length && line[at + 2] == '-' ? at + 3 : at + 2);
            if (string.CompareOrdinal(line, start, name, 0, name.Length) != 0)
                continue;
            var end = Blank.Skip(line, start + name.Length);
            var close = string.CompareOrdinal(line, end, "-%}", 0, 3) == 0 ? end + 3 : string.CompareOrdinal(line, end, "%}", 0, 2) == 0 ? end + 2 : -1;
            if (close > 0)
                return (at, close);
        }

        return null;
    }
}
