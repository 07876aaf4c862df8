namespace Blobpress.Site.Html.Code;

/// <summary>The parts of what stands beside a fence: words, <c>key=value</c> or <c>key:value</c>, and what is in braces, from the brace on.</summary>
internal static class CodeInfoItems
{
    private const int MaxItems = 40;

    /// <summary>The parts in order, at most 40.</summary>
    /// <param name="text">What is divided.</param>
    /// <param name="listsToo">A value may be a list in brackets.</param>
    public static IEnumerable<(string Key, string Value)> Of(string text, bool listsToo = false)
    {
        var count = 0;
        for (var at = 0; at < text.Length && count < MaxItems;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            count++;
            if (text[at] == '{')
            {
                var close = text.IndexOf('}', at);
                var end = close < 0 ? text.Length : close + 1;
                yield return ("", text[at..end]);
                at = end;
                continue;
            }

            var word = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('{' or '='))
                at++;
            if (at < text.Length && text[at] == '=')
            {
                var key = text[word..at];
                yield return (key, Value(text, ref at, listsToo));
                continue;
            }

            var whole = text[word..at];
            yield return whole.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && Keys.Contains(whole[..colon]) ? (whole[..colon], whole[(colon + 1)..]) : ("", whole);
        }
    }

    private static readonly string[] Keys = ["mark", "lang", "line_number", "first_line", "highlight", "hl", "wrap", "title"];

    // Behind the sign, in quotes or up to a blank; in a list the numbers may be parted by blanks.
    private static string Value(string text, ref int at, bool listsToo)
    {
        at++;
        if (at < text.Length && (text[at] is '"' or '\'' || (listsToo && text[at] == '[')))
        {
            var close = text[at] == '[' ? ']' : text[at];
            var end = text.IndexOf(close, at + 1);
            var value = text[(at + 1)..(end < 0 ? text.Length : end)];
            at = end < 0 ? text.Length : end + 1;
            return value;
        }

        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] != '{')
            at++;
        return text[start..at];
    }
}
