using System.Text;
using Blobpress.Site.Html.Tree;

namespace Blobpress.Site.Html;

/// <summary>
/// Joins lines of Chinese and Japanese text without the blank that a browser puts in a line end's place (CSS Text 3, 4.1.3, for
/// browsers that don't do it themselves).
/// </summary>
internal sealed class LineJoins
{
    private readonly List<(TextNode Text, int Start)> _pending = [];
    private Rune _before;
    private bool _lineEnd;

    /// <summary>Joins the lines below <paramref name="root"/>.</summary>
    public static void Settle(Element root) => new LineJoins().Within(root);

    // The sieve bounds the depth, so the recursion is bounded too.
    private void Within(Element element)
    {
        for (var node = element.FirstChild; node is not null; node = node.Next)
        {
            if (node is TextNode text)
                Join(text);
            else if (node is Element inner)
                Step(inner);
        }
    }

    private void Step(Element element)
    {
        var inline = !AllowedHtml.Blocks.Contains(element.LocalName) && element.LocalName is not ("br" or "img" or "td" or "th" or "tr" or "caption");
        if (!inline)
            Forget();
        if (element.LocalName is "pre" or "code" or "samp" or "kbd")
            Forget();
        else
            Within(element);
        if (!inline)
            Forget();
    }

    private void Join(TextNode text)
    {
        var (data, copied) = (text.Data, 0);
        StringBuilder? joined = null;
        for (var at = 0; at < data.Length;)
        {
            Rune.DecodeFromUtf16(data.AsSpan(at), out var rune, out var length);
            if (IsBlank(data[at]))
            {
                var end = at;
                while (end < data.Length && IsBlank(data[end]))
                    _lineEnd |= data[end++] == '\n';
                if (end == data.Length)
                    _pending.Add((text, at - copied + (joined?.Length ?? 0)));
                else if (_lineEnd && Meets(_before, RuneAt(data, end)))
                {
                    if (_pending.Count > 0)
                        Truncate();
                    joined = (joined ?? new(data.Length)).Append(data, copied, at - copied);
                    copied = end;
                }

                at = end;
                continue;
            }

            if (_lineEnd && Meets(_before, rune))
                Truncate();
            Forget();
            _before = rune;
            at += length;
        }

        if (joined is not null)
            text.Data = joined.Append(data, copied, data.Length - copied).ToString();
    }

    // Blanks at the ends of texts that others go on from.
    private void Truncate()
    {
        foreach (var (text, start) in _pending)
            text.Data = text.Data[..start];
        _pending.Clear();
    }

    private void Forget()
    {
        _pending.Clear();
        (_before, _lineEnd) = (default, false);
    }

    private static Rune RuneAt(string text, int at) => Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out _) == default ? rune : Rune.ReplacementChar;

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\n';

    private static bool Meets(Rune before, Rune after) =>
        (IsWide(before) && (IsWide(after) || IsSign(after))) || (IsSign(before) && IsWide(after));

    // Quotation marks, dashes and dots that Chinese shares with other scripts.
    private static bool IsSign(Rune rune) => rune.Value is 0x2014 or 0x2026 or 0x00b7 or (>= 0x2018 and <= 0x201f);

    // East Asian Width F, W and H (UAX 11), without Hangul, which has blanks between words, and without pictures.
    private static bool IsWide(Rune rune) => rune.Value is
        (>= 0x2e80 and <= 0x3130) or (>= 0x3190 and <= 0xa4cf) or (>= 0xf900 and <= 0xfaff) or (>= 0xfe10 and <= 0xfe19) or (>= 0xfe30 and <= 0xfe6f)
        or (>= 0xff01 and <= 0xff9f) or (>= 0xffe0 and <= 0xffe6) or (>= 0x20000 and <= 0x3fffd);
}
