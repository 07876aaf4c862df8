using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using Blobpress.Site.Html.Tree;
using Markdig.Extensions.Emoji;

namespace Blobpress.Site.Html;

/// <summary>Puts emoji in the place of their codes, <c>:smile:</c> as GitHub has them, by Markdig's list.</summary>
internal static class EmojiCodes
{
    private const int MaxCode = 50;

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_+-");

    // Made when the first code comes.
    private static readonly Lazy<FrozenDictionary<string, string>> Known = new(() => EmojiMapping.GetDefaultEmojiShortcodeToUnicode().ToFrozenDictionary(StringComparer.Ordinal));

    /// <summary>Replaces the codes in the texts below <paramref name="root"/> that are no code, address or formula.</summary>
    public static void Settle(Element root)
    {
        foreach (var text in root.Descendants().OfType<TextNode>())
        {
            if (text.Data.AsSpan().Count(':') > 1 && IsProse(text))
                text.Data = Replace(text.Data);
        }
    }

    private static string Replace(string text)
    {
        StringBuilder? replaced = null;
        var copied = 0;
        for (var at = text.IndexOf(':', StringComparison.Ordinal); at >= 0 && at + 2 < text.Length; at = text.IndexOf(':', at))
        {
            var length = text.AsSpan(at + 1).IndexOfAnyExcept(Letters);
            var end = at + 1 + length;
            // What touches a word or another colon is a part of it, but another emoji is not.
            if (length is < 1 or > MaxCode || text[end] != ':' || (at > copied && IsWord(text[at - 1]))
                || (end + 1 < text.Length && IsWord(text[end + 1]) && text[end + 1] != ':') || !Known.Value.TryGetValue(text[at..(end + 1)], out var emoji))
            {
                at++;
                continue;
            }

            replaced = (replaced ?? new(text.Length)).Append(text, copied, at - copied).Append(emoji);
            copied = at = end + 1;
        }

        return replaced is null ? text : replaced.Append(text, copied, text.Length - copied).ToString();
    }

    private static bool IsWord(char c) => c == ':' || char.IsAsciiLetterOrDigit(c);

    private static bool IsProse(TextNode text) => text.Parent!.Closest(
        e => e.LocalName is "code" or "pre" or "kbd" or "samp" or "script" or "style" or "textarea" or BareLinks.Element || !e.IsHtml || e.GetAttribute("class") == "math") is null;
}
