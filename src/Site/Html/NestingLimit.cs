using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace Blobpress.Site.Html;

/// <summary>Takes tags out that nest deeper than any article does: a parser's time grows with the depth for each of them.</summary>
internal static partial class NestingLimit
{
    // Browsers flatten what nests deeper than this.
    private const int MaxDepth = 512;

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
        foreach (var tag in Tag().EnumerateMatches(html))
        {
            var text = html.AsSpan(tag.Index, tag.Length);
            if (text[1] == '!' || IsFlat(text))
                continue;
            var closes = text[1] == '/';
            depth += closes ? 0 : 1;
            if (depth > MaxDepth)
            {
                limited ??= new(html.Length);
                limited.Append(html, copied, tag.Index - copied);
                copied = tag.Index + tag.Length;
            }

            depth -= closes && depth > 0 ? 1 : 0;
        }

        return limited is null ? html : limited.Append(html, copied, html.Length - copied).ToString();
    }

    private static bool IsFlat(ReadOnlySpan<char> tag)
    {
        var name = tag[(tag[1] == '/' ? 2 : 1)..];
        var length = name.IndexOfAny(NameEnds);
        return Flat.GetAlternateLookup<ReadOnlySpan<char>>().Contains(length < 0 ? name : name[..length]);
    }

    [GeneratedRegex("<!--.*?(?:-->|\\z)|</?[a-z][^>]*>", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
