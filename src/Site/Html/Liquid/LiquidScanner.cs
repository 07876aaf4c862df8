using Blobpress.Site.Html.Tags;

namespace Blobpress.Site.Html.Liquid;

/// <summary>Divides a text as Liquid does: values and tags end at the first sign of their end, what <c>raw</c> encloses is none, and a hyphen takes the blanks off beside it.</summary>
internal sealed class LiquidScanner
{
    // What is longer is no tag, and stays as it is written.
    private const int MaxLength = 2_000;

    private readonly string _text;
    private readonly Ahead _valueEnd;
    private readonly Ahead _tagEnd;
    private readonly Ahead _rawEnd;
    private readonly List<LiquidToken> _tokens = [];
    private int _copied;
    private bool _endsNoRaw;

    private LiquidScanner(string text) =>
        (_text, _valueEnd, _tagEnd, _rawEnd) = (text, new(text, "}}"), new(text, "%}"), new(text, "endraw"));

    /// <summary>The parts of a text, in one pass.</summary>
    public static IReadOnlyList<LiquidToken> Scan(string text) => new LiquidScanner(text).Scan();

    private List<LiquidToken> Scan()
    {
        for (var at = _text.IndexOf('{', StringComparison.Ordinal); at >= 0; at = at < _text.Length ? _text.IndexOf('{', at) : -1)
            at = at + 1 < _text.Length && _text[at + 1] is '{' or '%' ? Take(at) : at + 1;
        CopyTo(_text.Length, trims: false);
        return _tokens;
    }

    // Gives where to go on.
    private int Take(int start)
    {
        var isTag = _text[start + 1] == '%';
        // Hugo's shortcodes are left to those who know them.
        if (!isTag && start + 2 < _text.Length && _text[start + 2] is '<' or '%')
            return start + 2;
        if ((isTag ? _tagEnd : _valueEnd).From(start + 2) is not { } close || close - start > MaxLength)
            return start + 2;
        var trimsLeft = _text[start + 2] == '-';
        var trimsRight = close > start + 3 && _text[close - 1] == '-';
        var inner = _text[(trimsLeft ? start + 3 : start + 2)..(trimsRight ? close - 1 : close)].Trim();
        var end = close + 2;
        if (!isTag)
        {
            CopyTo(start, trimsLeft);
            _tokens.Add(new(LiquidTokenKind.Value, start, end, "", inner));
            return Resume(end, trimsRight);
        }

        var length = Word.End(inner, 0);
        if (length == 0 && !inner.StartsWith('#'))
            return start + 2;
        CopyTo(start, trimsLeft);
        var name = inner[..length];
        if (name == "raw" && RawEnd(end) is var (content, after, trimsInner, trimsAfter))
        {
            var from = trimsRight ? Math.Min(content, Skip(end)) : end;
            _tokens.Add(new(LiquidTokenKind.Raw, from, Math.Max(from, trimsInner ? TrimmedEnd(from, content) : content)));
            return Resume(after, trimsAfter);
        }

        _tokens.Add(new(LiquidTokenKind.Tag, start, end, length == 0 ? "#" : name, inner[length..].Trim()));
        return Resume(end, trimsRight);
    }

    private int Resume(int end, bool trims) => _copied = trims ? Skip(end) : end;

    private void CopyTo(int end, bool trims)
    {
        var last = trims ? TrimmedEnd(_copied, end) : end;
        if (last > _copied)
            _tokens.Add(new(LiquidTokenKind.Text, _copied, last));
        _copied = end;
    }

    private int TrimmedEnd(int start, int end) => end <= start ? end : start + _text.AsSpan(start, end - start).TrimEnd().Length;

    private int Skip(int at)
    {
        while (at < _text.Length && char.IsWhiteSpace(_text[at]))
            at++;
        return at;
    }

    // Where what is raw ends, and what follows the end tag begins.
    private (int Content, int After, bool TrimsInner, bool TrimsAfter)? RawEnd(int from)
    {
        for (var word = _endsNoRaw ? null : _rawEnd.From(from); word is { } at; word = _rawEnd.From(at + 6))
        {
            var open = at - 1;
            while (open >= from && _text[open] is ' ' or '\t')
                open--;
            var trimsInner = open > from && _text[open] == '-';
            open -= trimsInner ? 2 : 1;
            var close = Blank.Skip(_text, at + 6);
            var trimsAfter = close < _text.Length && _text[close] == '-';
            close += trimsAfter ? 1 : 0;
            if (open >= from && _text.AsSpan(open, 2) is "{%" && close + 1 < _text.Length && _text.AsSpan(close, 2) is "%}")
                return (open, close + 2, trimsInner, trimsAfter);
        }

        _endsNoRaw = true;
        return null;
    }
}
