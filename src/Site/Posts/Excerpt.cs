using System.Buffers;
using System.Globalization;
using System.Text;

namespace Blobpress.Site.Posts;

/// <summary>The beginning of a text, for lists and feeds.</summary>
public static class Excerpt
{
    private static readonly SearchValues<char> Trailing = SearchValues.Create(" ,;:-–—、，；：（(「『“\"'");

    /// <summary>Cuts between words, or between CJK characters, and ends in <c>…</c> where something was cut.</summary>
    /// <param name="plainText">Text without markup; white space in it is collapsed.</param>
    /// <param name="maxCharacters">The most characters as readers see them (grapheme clusters, UAX 29), the <c>…</c> included; at least 1.</param>
    /// <returns>The whole text where it is short enough; empty where it is empty.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxCharacters"/> is below 1.</exception>
    public static string Of(string plainText, int maxCharacters = 200)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxCharacters, 1);
        var text = PlainLine.Of(plainText);
        var starts = new List<int>();
        for (var at = 0; at < text.Length && starts.Count <= maxCharacters; at += StringInfo.GetNextTextElementLength(text, at)) starts.Add(at);
        return starts.Count <= maxCharacters ? text : Cut(text, starts, maxCharacters - 1);
    }

    private static string Cut(string text, List<int> starts, int keep)
    {
        var end = keep;
        while (end > 0 && !IsBoundary(text, starts[end])) end--;
        // One endless word: better cut in it than lose most of the room.
        if (end < keep / 2) end = keep;
        var kept = text.AsSpan(0, starts[end]);
        var last = kept.LastIndexOfAnyExcept(Trailing);
        return string.Concat(kept[..(last + 1)], "…");
    }

    private static bool IsBoundary(string text, int at)
    {
        if (at == 0) return false;
        Rune.DecodeLastFromUtf16(text.AsSpan(0, at), out var before, out _);
        Rune.DecodeFromUtf16(text.AsSpan(at), out var after, out _);
        return !IsLetter(before) || !IsLetter(after) || IsCjk(before) || IsCjk(after);
    }

    private static bool IsLetter(Rune rune) => Rune.IsLetterOrDigit(rune) || rune.Value is '\'' or '’';

    // Han, Kana, Bopomofo and their extensions: scripts written without blanks. Hangul has blanks.
    private static bool IsCjk(Rune rune) =>
        rune.Value is (>= 0x2E80 and <= 0x312F) or (>= 0x31A0 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
