using System.Text;
using Blobpress.Site.Html.Formulas;

namespace Blobpress.Site.Html;

/// <summary>A text that becomes an excerpt. Formulas in it are kept between signs that no text has, so that none is cut in half.</summary>
internal static class ExcerptText
{
    /// <summary>The most characters of an excerpt.</summary>
    public const int MaxLength = 200;

    // What is longer says little without its typesetting.
    private const int MaxFormula = 80;

    // Noncharacters (Unicode 23.7), which are for such uses within a program.
    private const char Begin = '\ufdd0';
    private const char End = '\ufdd1';

    /// <summary>A text without the signs that are used here.</summary>
    public static string Of(string text) => text.AsSpan().IndexOfAny(Begin, End) < 0 ? text : text.Replace($"{Begin}", "", StringComparison.Ordinal).Replace($"{End}", "", StringComparison.Ordinal);

    /// <summary>A formula's text, to be kept whole.</summary>
    public static string Whole(string formula) => $"{Begin}{(formula.Length > MaxFormula ? "…" : Of(formula))}{End}";

    /// <summary>A plain text that an author gave, its formulas made readable.</summary>
    /// <param name="text">The text.</param>
    /// <param name="read">Gives the readable text of a formula.</param>
    public static string Of(string text, Func<Formula, string> read)
    {
        var plain = Of(text);
        if (plain.AsSpan().IndexOfAny('$', '\\') < 0)
            return plain;
        var (readable, copied) = (new StringBuilder(plain.Length), 0);
        foreach (var (start, match) in FormulaFinder.In(plain, single: true))
        {
            var formula = Formula.Of(match.Open, plain[(start + match.Start)..(start + match.End)]);
            readable.Append(plain, copied, start - copied).Append(Whole(read(formula)));
            copied = start + match.Length;
        }

        return readable.Append(plain, copied, plain.Length - copied).ToString();
    }

    /// <summary>At most 200 characters of such a text, blanks collapsed, cut between words and before a formula where it has to be cut.</summary>
    public static string Cut(string text)
    {
        var plain = PlainText.Of(text);
        if (Length(plain) <= MaxLength)
            return Of(plain);
        var cut = Place(plain, MaxLength - 1);
        if (char.IsLowSurrogate(plain[cut]))
            cut--;
        var blank = plain.LastIndexOf(' ', cut, Math.Min(cut + 1, MaxLength / 4));
        // Scripts without blanks between words are cut anywhere.
        var end = Whole(plain, blank > 0 && char.IsAscii(plain[cut]) ? blank : cut);
        return Of(plain[..end]).TrimEnd() + "…";
    }

    private static int Length(string plain) => plain.Length - plain.AsSpan().Count(Begin) - plain.AsSpan().Count(End);

    // The place of a character, the signs not counted.
    private static int Place(string plain, int number)
    {
        var at = 0;
        for (; at < plain.Length; at++)
        {
            if (plain[at] is not (Begin or End) && number-- == 0)
                break;
        }

        return at;
    }

    // Before the formula that holds the place.
    private static int Whole(string plain, int at)
    {
        var begin = plain.AsSpan(0, at).LastIndexOf(Begin);
        return begin >= 0 && plain.AsSpan(begin, at - begin).IndexOf(End) < 0 ? begin : at;
    }
}
