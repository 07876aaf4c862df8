using System.Buffers;
using Blobpress.Site.Html.Tags;

namespace Blobpress.Site.Html.Markup;

/// <summary>Finds the markup of a text (HTML 13.2.5), going forward only, each part of the text being looked at a bounded number of times.</summary>
internal sealed class HtmlScanner(string text)
{
    // After so many tags that never end, each of which was followed to the end of the text, no more are looked for.
    private const int MaxEndless = 32;

    private const int Endless = -1;
    private const int Interrupted = -2;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\n\f\r/<>");
    private static readonly SearchValues<char> Interest = SearchValues.Create("\"'<>=");

    private readonly Dictionary<string, Ahead> _ends = new(StringComparer.Ordinal);
    private readonly Ahead _comment = new(text, "-->");
    private readonly Ahead _data = new(text, "]]>");
    private readonly Ahead _angle = new(text, ">");
    private int _endless;

    /// <summary>The first piece of markup at or after <paramref name="from"/>, or null.</summary>
    public HtmlToken? Next(int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            at = text.IndexOf('<', at);
            if (at < 0)
                return null;
            if (At(at) is { } token)
                return token;
        }

        return null;
    }

    /// <summary>Where the end tag of an element of raw text begins, at or after <paramref name="from"/>; null where there is none.</summary>
    public int? EndTag(string name, int from)
    {
        if (!_ends.TryGetValue(name, out var end))
            _ends[name] = end = new(text, "</" + name, StringComparison.OrdinalIgnoreCase);
        for (var at = end.From(from); at is { } place; at = end.From(place + 1))
        {
            var after = place + name.Length + 2;
            if (after == text.Length || NameEnds.Contains(text[after]))
                return place;
        }

        return null;
    }

    private HtmlToken? At(int start)
    {
        var rest = text.AsSpan(start + 1);
        if (rest.IsEmpty)
            return null;
        if (rest.StartsWith("!--", StringComparison.Ordinal))
            return Comment(start);
        if (rest.StartsWith("![CDATA[", StringComparison.Ordinal))
            return Upto(_data.From(start), 3, HtmlTokenKind.CharacterData, start);
        if (rest[0] is '!' or '?')
            return Upto(_angle.From(start), 1, rest.StartsWith("!doctype", StringComparison.OrdinalIgnoreCase) ? HtmlTokenKind.Doctype : HtmlTokenKind.Bogus, start);
        var name = rest[0] == '/' ? 1 : 0;
        if (name < rest.Length && char.IsAsciiLetter(rest[name]))
            return Tag(start, start + 1 + name);
        return name == 1 ? new(HtmlTokenKind.Bogus, start, start + 2) : null;
    }

    private HtmlToken Comment(int start)
    {
        // "<!-->" and "<!--->" are whole comments.
        var rest = text.AsSpan(start + 4);
        if (rest.StartsWith(">", StringComparison.Ordinal) || rest.StartsWith("->", StringComparison.Ordinal))
            return new(HtmlTokenKind.Comment, start, start + (rest[0] == '>' ? 5 : 6));
        return Upto(_comment.From(start + 4), 3, HtmlTokenKind.Comment, start);
    }

    private static HtmlToken Upto(int? end, int length, HtmlTokenKind kind, int start) =>
        end is { } place ? new(kind, start, place + length) : new(HtmlTokenKind.Bogus, start, start + 1);

    private HtmlToken Tag(int start, int name)
    {
        var length = text.AsSpan(name).IndexOfAny(NameEnds);
        var end = length < 0 || _endless >= MaxEndless ? Endless : EndOfTag(name + length);
        if (end < 0)
        {
            _endless += end == Endless ? 1 : 0;
            return new(HtmlTokenKind.Bogus, start, start + 1);
        }

        var inside = text.AsSpan(name + length, end - 1 - name - length).Trim();
        return new(
            name == start + 1 ? HtmlTokenKind.StartTag : HtmlTokenKind.EndTag,
            start,
            end,
            text.Substring(name, length).ToLowerInvariant(),
            inside.Trim('/').IsWhiteSpace(),
            inside.EndsWith("/", StringComparison.Ordinal));
    }

    // Behind the bracket that ends a tag, which within quotes is part of a value. Where another tag begins before, this is none.
    private int EndOfTag(int at)
    {
        var assigned = false;
        while (at < text.Length)
        {
            var next = text.AsSpan(at).IndexOfAny(Interest);
            if (next < 0)
                return Endless;
            // A quote begins a value only behind an equals sign.
            assigned = assigned && text.AsSpan(at, next).IsWhiteSpace();
            at += next;
            switch (text[at])
            {
                case '>':
                    return at + 1;
                case '<':
                    return Interrupted;
                case '=':
                    assigned = true;
                    at++;
                    break;
                case var quote:
                    var close = assigned ? text.IndexOf(quote, at + 1) : at;
                    if (close < 0)
                        return Endless;
                    (assigned, at) = (false, close + 1);
                    break;
            }
        }

        return Endless;
    }
}
