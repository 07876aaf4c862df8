using System.Collections.Frozen;
using System.Text;

namespace Blobpress.Site.Html.Markup;

/// <summary>Tells <c>a&lt;b and c>d</c> from a tag: words stand where attributes would, and none of them is one.</summary>
internal static class ProseAttributes
{
    private static readonly FrozenSet<string> Switches =
        ("allowfullscreen async autofocus autoplay border checked compact contenteditable controls crossorigin default defer disabled download draggable "
        + "formnovalidate hidden inert ismap itemscope loop multiple muted nohref nomodule noresize noshade novalidate nowrap open playsinline readonly "
        + "required reversed sandbox scoped selected truespeed webkitallowfullscreen mozallowfullscreen")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True where a tag holds no values, and two words or more, or one that is not of ASCII, of which none switches anything on.</summary>
    public static bool Are(ReadOnlySpan<char> tag)
    {
        if (tag.Contains('='))
            return false;
        var (words, foreign, first) = (0, false, true);
        foreach (var range in tag.Trim("<>/ ").SplitAny(" \t\n"))
        {
            var word = tag.Trim("<>/ ")[range];
            if (first || word.IsEmpty)
            {
                first = false;
                continue;
            }

            if (word.Contains('-') || word.Contains(':') || Switches.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
                return false;
            words++;
            foreign |= !Ascii.IsValid(word);
        }

        return words > 1 || foreign;
    }
}
