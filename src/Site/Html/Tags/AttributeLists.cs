using System.Text;

namespace Blobpress.Site.Html.Tags;

/// <summary>kramdown's <c>{: .class #id key="value"}</c>; what it sets has no meaning here.</summary>
internal static class AttributeLists
{
    /// <summary>The line without them; those in code stay.</summary>
    public static string Remove(string line)
    {
        if (!line.Contains("{:", StringComparison.Ordinal))
            return line;
        var (plain, copied) = (new StringBuilder(line.Length), 0);
        var (code, closes) = (new CodeSpans(line), new Ahead(line, "}"));
        for (var at = line.IndexOf("{:", StringComparison.Ordinal); at >= 0; at = line.IndexOf("{:", at, StringComparison.Ordinal))
        {
            if (!Begins(line, at) || closes.From(at) is not { } close)
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

    // A class, an identifier, a key or "toc" follows; anything else is a text in braces.
    private static bool Begins(string line, int at)
    {
        var next = at + 2 < line.Length && char.IsWhiteSpace(line[at + 2]) ? at + 3 : at + 2;
        return next < line.Length && (line[next] is '.' or '#' or ':' || Word.IsPart(line[next]));
    }
}
