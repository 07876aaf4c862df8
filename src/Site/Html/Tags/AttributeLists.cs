using System.Text;

namespace Blobpress.Site.Html.Tags;

/// <summary>kramdown's <c>{: .class #id key="value"}</c>; what it sets, but for a table of contents, has no meaning here.</summary>
internal static class AttributeLists
{
    private const string SpanEnds = "*_`)]>~\"'";

    /// <summary>The line without the lists behind its span elements; other texts in braces, and those in code, stay.</summary>
    public static string Remove(string line)
    {
        if (!line.Contains("{:", StringComparison.Ordinal))
            return line;
        var (plain, copied) = (new StringBuilder(line.Length), 0);
        var (code, closes) = (new CodeSpans(line), new Ahead(line, "}"));
        for (var at = line.IndexOf("{:", 1, StringComparison.Ordinal); at >= 0; at = line.IndexOf("{:", at, StringComparison.Ordinal))
        {
            if (closes.From(at) is not { } close || !SpanEnds.Contains(line[at - 1], StringComparison.Ordinal) || !IsList(line.AsSpan(at + 2, close - at - 2)))
            {
                at += 2;
                continue;
            }

            if (!code.Hold(at))
            {
                plain.Append(line, copied, at - copied);
                copied = close + 1;
            }

            at = close + 1;
        }

        return copied == 0 ? line : plain.Append(line, copied, line.Length - copied).ToString();
    }

    /// <summary>True for a line that holds nothing but a list of attributes, or the definition of one, or switches kramdown's options.</summary>
    public static bool IsAlone(ReadOnlySpan<char> line)
    {
        var text = line.Trim();
        if (text is not ['{', ':', .., '}'] || text[..^1].Contains('}'))
            return false;
        var inner = text[2..^1];
        if (inner is [':' or '/', ..])
            return true;
        var colon = inner.IndexOf(':');
        return IsList(colon > 0 && IsName(inner[..colon]) ? inner[(colon + 1)..] : inner);
    }

    /// <summary>True for a line that puts a table of contents in the place of the list above it; true by its look alone, whoever reads it.</summary>
    public static bool IsContents(ReadOnlySpan<char> line) =>
        line.Trim() is ['{', ':', .., '}'] text && text[2..^1].TrimStart() is var inner && inner.StartsWith("toc", StringComparison.Ordinal)
        && (inner.Length == 3 || char.IsWhiteSpace(inner[3]));

    /// <summary>The identifier that such a line gives to the heading above it, or null.</summary>
    public static string? Id(ReadOnlySpan<char> line)
    {
        foreach (var range in line.Trim().Trim("{:}").SplitAny(" \t"))
        {
            var word = line.Trim().Trim("{:}")[range];
            if (word.Length > 1 && word[0] == '#')
                return word[1..].ToString();
        }

        return null;
    }

    // Classes, identifiers, pairs and names of other lists, and nothing else.
    private static bool IsList(ReadOnlySpan<char> inner)
    {
        var words = 0;
        for (var at = Blank.Skip(inner, 0); at < inner.Length; at = Blank.Skip(inner, at), words++)
        {
            var end = EndOfItem(inner, at);
            if (end == at || (end < inner.Length && !char.IsWhiteSpace(inner[end]) && inner[end] is not ('.' or '#')))
                return false;
            at = end;
        }

        return words > 0;
    }

    private static int EndOfItem(ReadOnlySpan<char> inner, int at)
    {
        var name = inner[at] is '.' or '#' ? at + 1 : at;
        var end = name;
        while (end < inner.Length && (Word.IsPart(inner[end]) || inner[end] is '-' or ':'))
            end++;
        if (end == name || end == inner.Length || inner[end] != '=')
            return end == name ? at : end;
        if (end + 1 == inner.Length || inner[end + 1] is not ('"' or '\''))
            return at;
        var close = inner[(end + 2)..].IndexOf(inner[end + 1]);
        return close < 0 ? at : end + 3 + close;
    }

    private static bool IsName(ReadOnlySpan<char> text) => Word.End(text, 0) == text.Length || !text.ContainsAnyExceptInRange('-', 'z');
}
