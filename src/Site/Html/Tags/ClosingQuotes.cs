using System.Buffers;

namespace Blobpress.Site.Html.Tags;

/// <summary>Finds where quoted arguments end: at a quote with a blank, or nothing, behind it.</summary>
internal sealed class ClosingQuotes(string text)
{
    // Opened by a curly quote, closed by the other one; which quote closes which is not told apart.
    private static readonly SearchValues<char> Opening = SearchValues.Create("\"'`“");
    private static readonly SearchValues<char> Closing = SearchValues.Create("\"'`”");

    private bool _noMore;

    /// <summary>The place of the quote that ends the argument at <paramref name="start"/>; null where that begins with none, or it has no end.</summary>
    public int? EndOf(int start)
    {
        if (_noMore || !Opening.Contains(text[start]))
            return null;
        for (var at = start + 1; at < text.Length; at++)
        {
            var next = text.AsSpan(at).IndexOfAny(Closing);
            if (next < 0)
                break;
            at += next;
            if (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]))
                return at;
        }

        // Nor is there one for any that comes later: a text full of open quotes is looked through once.
        _noMore = true;
        return null;
    }
}
