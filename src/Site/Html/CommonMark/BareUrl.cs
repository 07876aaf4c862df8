using System.Buffers;
using System.Globalization;

namespace Blobpress.Site.Html.CommonMark;

/// <summary>
/// How far an address in a text reaches: as GitHub has it (GFM 6.9), but that it ends where characters begin that no address is
/// written with: full-width punctuation, and the words that Chinese, Japanese and Korean join to it without a blank.
/// </summary>
internal static class BareUrl
{
    private static readonly string[] Schemes = ["https://", "http://"];

    private static readonly SearchValues<char> HostCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._");

    private static readonly SearchValues<char> NumericHost = SearchValues.Create("0123456789abcdefABCDEF:.");

    // Behind one of these a character of another script is part of a path or query, behind a letter or digit it is a new word.
    private static readonly SearchValues<char> Joints = SearchValues.Create("/=#?&-_.%+,:~!@");

    /// <summary>The length of the scheme with which a text begins; 0 before <c>www.</c>; -1 where it begins with neither.</summary>
    public static int SchemeLength(ReadOnlySpan<char> text)
    {
        foreach (var scheme in Schemes)
        {
            if (text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
                return scheme.Length;
        }

        return text.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? 0 : -1;
    }

    /// <summary>The length of the address with which a text begins; 0 where it is none.</summary>
    public static int Length(ReadOnlySpan<char> text, int scheme)
    {
        var host = HostEnd(text, scheme);
        if (host == scheme || (scheme == 0 && (host < 5 || !text[4..host].Contains('.'))))
            return 0;
        // A path directly below the host is hardly ever written in another script: "http://localhost:4000/" and a word, rather.
        var root = host < text.Length && text[host] == ':' ? Digits(text, host + 1) : host;
        var end = root;
        var depth = 0;
        while (end < text.Length && IsPart(text, end, root, ref depth))
            end++;
        return Trim(text[..end], host);
    }

    private static int HostEnd(ReadOnlySpan<char> text, int start)
    {
        if (start < text.Length && text[start] == '[')
        {
            var close = text[start..Math.Min(text.Length, start + 48)].IndexOf(']');
            return close < 0 || text.Slice(start + 1, close - 1).ContainsAnyExcept(NumericHost) ? start : start + close + 1;
        }

        var length = text[start..].IndexOfAnyExcept(HostCharacters);
        var end = length < 0 ? text.Length : start + length;
        if (end < text.Length && char.IsLetter(text[end]) && International(text, start, end) is > 0 and var other)
            return other;
        return WithoutSigns(text, start, end);
    }

    private static int WithoutSigns(ReadOnlySpan<char> text, int start, int end)
    {
        while (end > start && text[end - 1] is '.' or '-' or '_')
            end--;
        return end;
    }

    // A host in another script (RFC 5890) has a dot behind the part in it: behind "example.com." a sentence begins.
    private static int International(ReadOnlySpan<char> text, int start, int at)
    {
        if (at > start && text[at - 1] != '.')
            return 0;
        var end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '.'))
            end++;
        end = WithoutSigns(text, start, end);
        var dot = text[at..end].IndexOf('.');
        return dot < 0 ? 0 : end;
    }

    private static int Digits(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return at;
    }

    private static bool IsPart(ReadOnlySpan<char> text, int at, int root, ref int depth)
    {
        var c = text[at];
        if (char.IsAscii(c))
            return IsAsciiPart(text, at, ref depth);
        var category = char.GetUnicodeCategory(c);
        if (category is UnicodeCategory.DashPunctuation)
            return at + 1 < text.Length && char.IsAsciiLetterOrDigit(text[at + 1]) && char.IsAsciiLetterOrDigit(text[at - 1]);
        if (category is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter)
            return c < '\u2e80';
        return IsWord(category) && at > root + 1 && (Joints.Contains(text[at - 1]) || !char.IsAscii(text[at - 1]));
    }

    private static bool IsWord(UnicodeCategory category) => category is UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber
        or UnicodeCategory.Surrogate;

    private static bool IsAsciiPart(ReadOnlySpan<char> text, int at, ref int depth)
    {
        switch (text[at])
        {
            case <= ' ' or '<' or '>' or '"' or '`' or '|' or '\u007f':
                return false;
            case '*' or '~' when at + 1 < text.Length && text[at + 1] == text[at]:
                return false;
            case '[':
                depth++;
                return true;
            case ']':
                return --depth >= 0;
            default:
                return true;
        }
    }

    // GFM 6.9: punctuation at the end belongs to the sentence, and so does a parenthesis that the address did not open.
    private static int Trim(ReadOnlySpan<char> url, int host)
    {
        var unopened = url.Count(')') - url.Count('(');
        var end = url.Length;
        while (end > host)
        {
            var last = url[end - 1];
            if (last is '?' or '!' or '.' or ',' or ':' or '*' or '_' or '~' or '\'' or '\\' or '[')
                end--;
            else if (last == ')' && unopened > 0)
                (end, unopened) = (end - 1, unopened - 1);
            else if (last == ';')
                end = Entity(url[..end]);
            else
                break;
        }

        return end;
    }

    // Before "&copy;", or before the semicolon alone.
    private static int Entity(ReadOnlySpan<char> url)
    {
        var start = url.Length - 1;
        while (start > 0 && char.IsAsciiLetterOrDigit(url[start - 1]))
            start--;
        return start < url.Length - 1 && start > 0 && url[start - 1] == '&' ? start - 1 : url.Length - 1;
    }
}
