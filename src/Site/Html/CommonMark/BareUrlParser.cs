using System.Net;
using System.Text;
using Markdig.Helpers;
using Markdig.Parsers;

namespace Blobpress.Site.Html.CommonMark;

/// <summary>Takes an address out of a text, from its scheme or its <c>www.</c> to where it ends.</summary>
internal sealed class BareUrlParser : InlineParser
{
    public BareUrlParser() => OpeningCharacters = ['h', 'H', 'w', 'W'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        // Chinese has no blanks between words, so any character may stand before but one that makes this the middle of a word.
        if (slice.PeekCharExtra(-1) is var before && (char.IsAsciiLetterOrDigit(before) || before is '_' or '@'))
            return false;
        var text = slice.AsSpan();
        var scheme = BareUrl.SchemeLength(text);
        // "//www.x" and "a.www.x" are parts of something else.
        if (scheme < 0 || (scheme == 0 && before is '/' or '.' or '-'))
            return false;
        var length = BareUrl.Length(text, scheme);
        if (length == 0)
            return false;
        processor.Inline = new BareUrlInline(WebUtility.HtmlDecode(Unescape(text[..length].ToString())))
        {
            Span = new(processor.GetSourcePosition(slice.Start, out var line, out var column), processor.GetSourcePosition(slice.Start + length - 1)),
            Line = line,
            Column = column,
        };
        slice.Start += length;
        return true;
    }

    // Converters from HTML put a backslash before each sign that Markdown might read (CommonMark 2.4).
    private static string Unescape(string url)
    {
        if (!url.Contains('\\', StringComparison.Ordinal))
            return url;
        var plain = new StringBuilder(url.Length);
        for (var at = 0; at < url.Length; at++)
        {
            if (url[at] == '\\' && at + 1 < url.Length && (char.IsPunctuation(url[at + 1]) || char.IsSymbol(url[at + 1])))
                at++;
            plain.Append(url[at]);
        }

        return plain.ToString();
    }
}
