using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Parsers;

namespace Blobpress.Site.Html.CommonMark;

/// <summary>What the parsers of one text share: what they note, and how much they may still make.</summary>
/// <param name="text">The Markdown.</param>
internal sealed class MarkdownReading(string text) : MarkdownParserContext
{
    /// <summary>The most cells of all tables of a text; what comes after them stays as it is written.</summary>
    public const int MaxCells = 50_000;

    private const int MaxNotes = 20;
    private const int MaxLength = 300;

    // Each may look through as much as a formula may be long.
    private const int MaxLooks = 10_000;

    private readonly Dictionary<string, int> _last = [];
    private readonly List<(int Line, string Message)> _notes = [];
    private int _looks;

    /// <summary>What was left out: the line of the text, the first being 0, and what there is to say.</summary>
    public IReadOnlyList<(int Line, string Message)> Notes => _notes;

    /// <summary>How many cells there may still be.</summary>
    public int CellsLeft { get; set; } = MaxCells;

    /// <summary>All footnotes.</summary>
    public List<Footnote> Footnotes { get; } = [];

    /// <summary>The reading that a parser is part of.</summary>
    public static MarkdownReading Of(BlockProcessor processor) => (MarkdownReading)processor.Context!;

    /// <summary>The reading that a parser of inlines is part of.</summary>
    public static MarkdownReading Of(InlineProcessor processor) => (MarkdownReading)processor.Context!;

    /// <summary>True where an escape may be a bracket that begins a formula, and not too many were looked at already.</summary>
    public bool MayLookForBracket(ReadOnlySpan<char> text) =>
        text is ['\\', '(' or '[', ..] or ['\\', '\\', '(' or '[', ..] && ++_looks <= MaxLooks;

    /// <summary>The last place of a mark in the text, without regard to case; -1 where there is none. Each is looked for once.</summary>
    public int Last(string mark)
    {
        if (!_last.TryGetValue(mark, out var place))
            _last[mark] = place = text.LastIndexOf(mark, StringComparison.OrdinalIgnoreCase);
        return place;
    }

    /// <summary>Notes what is left out; false where there is too much of it to be told, so that it has to stay.</summary>
    public bool TryNote(int line, string message, string leftOut)
    {
        if (_notes.Count == MaxNotes || leftOut.Length > MaxLength)
            return false;
        _notes.Add((line, message + leftOut));
        return true;
    }
}
