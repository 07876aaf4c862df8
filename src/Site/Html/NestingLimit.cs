using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Blobpress.Site.Html;

/// <summary>Takes tags out that nest deeper than any article does, so that their words stay: too deep a nesting is refused later.</summary>
internal static class NestingLimit
{
    // What is deeper than the sieve lets through is flattened anyway.
    private const int MaxDepth = 256;

    // Without content, or ended by what follows (HTML 13.1.2.4): an unclosed one encloses nothing.
    private static readonly FrozenSet<string> Flat =
        "area base br col embed hr img input link meta param source track wbr p li dt dd rt rp option optgroup colgroup thead tbody tfoot tr td th"
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> NameEnds = SearchValues.Create("> \t\n\f\r/");

    /// <summary>The same HTML where nothing nests too deeply; texts always stay.</summary>
    public static string Apply(string html)
    {
        StringBuilder? limited = null;
        var (depth, copied) = (0, 0);
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0; at = html.IndexOf('<', at))
        {
            var end = EndOfTag(html, at);
            if (end < 0)
                break;
            if (end > at + 1 && html[at + 1] != '!' && !IsFlat(html.AsSpan(at, end - at)))
            {
                var closes = html[at + 1] == '/';
                depth += closes ? 0 : 1;
                if (depth > MaxDepth)
                {
                    limited ??= new(html.Length);
                    limited.Append(html, copied, at - copied);
                    copied = end;
                }

                depth -= closes && depth > 0 ? 1 : 0;
            }

            at = end;
        }

        return limited is null ? html : limited.Append(html, copied, html.Length - copied).ToString();
    }

    // Behind a tag or comment; right behind the bracket where it begins none; -1 where no tag ends any more.
    private static int EndOfTag(string html, int at)
    {
        var rest = html.AsSpan(at + 1);
        if (rest.StartsWith("!--", StringComparison.Ordinal))
            return html.IndexOf("-->", at + 4, StringComparison.Ordinal) is >= 0 and var close ? close + 3 : -1;
        var name = rest.StartsWith("/", StringComparison.Ordinal) ? 1 : 0;
        if (rest.Length <= name || !char.IsAsciiLetter(rest[name]))
            return at + 1;
        var end = html.IndexOf('>', at);
        return end < 0 ? -1 : end + 1;
    }

    private static bool IsFlat(ReadOnlySpan<char> tag)
    {
        var name = tag[(tag[1] == '/' ? 2 : 1)..];
        var length = name.IndexOfAny(NameEnds);
        return Flat.GetAlternateLookup<ReadOnlySpan<char>>().Contains(length < 0 ? name : name[..length]);
    }
}
