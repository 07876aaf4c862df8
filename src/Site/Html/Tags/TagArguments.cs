namespace Blobpress.Site.Html.Tags;

/// <summary>The arguments of a template tag: words, quoted texts and <c>name=value</c> pairs.</summary>
internal sealed class TagArguments
{
    private readonly Dictionary<string, string> _named = new(StringComparer.OrdinalIgnoreCase);

    private readonly List<string> _words = [];

    private TagArguments()
    {
    }

    /// <summary>Those without a name, in order.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>The first of them, or null.</summary>
    public string? First => _words.Count > 0 ? _words[0] : null;

    /// <summary>The value of a pair, or null.</summary>
    public string? this[string name] => _named.GetValueOrDefault(name);

    /// <summary>Reads them in one pass. A quote that is never closed is a sign like others.</summary>
    public static TagArguments Parse(string text)
    {
        var arguments = new TagArguments();
        var quotes = new ClosingQuotes(text);
        for (var at = Blank.Skip(text, 0); at < text.Length; at = Blank.Skip(text, at))
            at = arguments.Take(text, at, quotes);
        return arguments;
    }

    // The next argument, which begins here; gives where it ends.
    private int Take(string text, int at, ClosingQuotes quotes)
    {
        var start = AfterName(text, at);
        if (start == text.Length || char.IsWhiteSpace(text[start]))
            start = at;
        var (value, end) = quotes.EndOf(start) is { } close
            ? (text[(start + 1)..close], close + 1)
            : (text[start..Blank.Find(text, start)], Blank.Find(text, start));
        if (start > at)
            _named[text[at..(start - 1)]] = value;
        else
            _words.Add(value);
        return end;
    }

    // Behind the equals sign of a pair; the argument's own start where it is none.
    private static int AfterName(string text, int at)
    {
        var end = at;
        if (char.IsAsciiLetter(text[at]))
            while (end < text.Length && (Word.IsPart(text[end]) || text[end] == '-'))
                end++;
        return end > at && end < text.Length && text[end] == '=' ? end + 1 : at;
    }
}
