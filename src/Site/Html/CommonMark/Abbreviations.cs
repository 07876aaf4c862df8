using Markdig.Extensions.Abbreviations;
using Markdig.Syntax;

namespace Blobpress.Site.Html.CommonMark;

/// <summary>What <c>*[HTML]: Hypertext Markup Language</c> says of words (PHP Markdown Extra): their meaning shows when they are pointed at.</summary>
internal static class Abbreviations
{
    /// <summary>True for a line that explains one.</summary>
    public static bool IsDefinition(ReadOnlySpan<char> line) => line.StartsWith("*[", StringComparison.Ordinal) && line.Contains("]:", StringComparison.Ordinal);

    /// <summary>Notes the explanations of words that the text has not, since nobody would see them.</summary>
    public static void NoteUnused(MarkdownDocument document, MarkdownReading reading)
    {
        if (!document.HasAbbreviations())
            return;
        var used = document.Descendants<AbbreviationInline>().Select(inline => inline.Abbreviation.Label).ToHashSet(StringComparer.Ordinal);
        foreach (var abbreviation in document.GetAbbreviations()!.Values.Where(abbreviation => !used.Contains(abbreviation.Label)))
            reading.TryNote(abbreviation.Line, $"The abbreviation {abbreviation.Label} is not in the text; its meaning is not shown: ", abbreviation.Text.ToString());
    }
}
