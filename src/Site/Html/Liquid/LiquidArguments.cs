namespace Blobpress.Site.Html.Liquid;

/// <summary>The arguments of tags that Fluid doesn't read as Jekyll does.</summary>
internal static class LiquidArguments
{
    /// <summary>Expressions that commas or <c>or</c> divide, outside quotes.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var parts = new List<string>();
        var (start, quote) = (0, '\0');
        for (var at = 0; at < text.Length; at++)
        {
            var divides = quote == '\0' && (text[at] == ',' || IsOr(text, at));
            if (divides)
            {
                parts.Add(text[start..at].Trim());
                at += text[at] == ',' ? 0 : 3;
                start = at + 1;
            }
            else if (text[at] is '"' or '\'')
            {
                quote = quote == '\0' ? text[at] : quote == text[at] ? '\0' : quote;
            }
        }

        parts.Add(text[Math.Min(start, text.Length)..].Trim());
        return [.. parts.Where(part => part.Length > 0)];
    }

    /// <summary><c>"name": values</c>: the group of a cycle, or null, and its values.</summary>
    public static (string? Group, string Values) Grouped(string text)
    {
        var quote = '\0';
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '"' or '\'')
                quote = quote == '\0' ? text[at] : quote == text[at] ? '\0' : quote;
            else if (quote == '\0' && text[at] == ',')
                break;
            else if (quote == '\0' && text[at] == ':')
                return (text[..at].Trim(), text[(at + 1)..]);
        }

        return (null, text);
    }

    /// <summary><c>file.html key="text" other=page.value</c>, or <c>{{ page.file }} …</c>.</summary>
    public static (string Name, IReadOnlyList<(string Key, string Text, bool Quoted)> Parameters) Include(string text)
    {
        var end = text.StartsWith("{{", StringComparison.Ordinal) && text.IndexOf("}}", StringComparison.Ordinal) is > 0 and var close ? close + 2 : NameEnd(text);
        var parameters = new List<(string, string, bool)>();
        for (var at = end; at < text.Length;)
        {
            var equals = text.IndexOf('=', at);
            if (equals < 0)
                break;
            var key = text[at..equals].Trim().Trim(',').Trim();
            var start = equals + 1;
            while (start < text.Length && char.IsWhiteSpace(text[start]))
                start++;
            if (start < text.Length && text[start] is '"' or '\'')
            {
                var last = Closing(text, start);
                parameters.Add((key, text[(start + 1)..last].Replace("\\" + text[start], text[start].ToString(), StringComparison.Ordinal), true));
                at = Math.Min(text.Length, last + 1);
            }
            else
            {
                at = start;
                while (at < text.Length && !char.IsWhiteSpace(text[at]))
                    at++;
                parameters.Add((key, text[start..at], false));
            }
        }

        return (text[..end].Trim().Trim('"', '\''), parameters);
    }

    private static int NameEnd(string text)
    {
        var end = 0;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
            end++;
        return end;
    }

    private static int Closing(string text, int open)
    {
        for (var at = open + 1; at < text.Length; at++)
        {
            if (text[at] == '\\')
                at++;
            else if (text[at] == text[open])
                return at;
        }

        return text.Length;
    }

    private static bool IsOr(string text, int at) => at + 4 <= text.Length && text.AsSpan(at, 4) is " or ";
}
