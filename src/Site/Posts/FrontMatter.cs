using System.Text.RegularExpressions;
using Blobpress.Site.Values;

namespace Blobpress.Site.Posts;

/// <summary>A post's text, split into the values at its head and the body below them.</summary>
/// <param name="Values">The values; empty where there are none.</param>
/// <param name="Body">The text below.</param>
/// <param name="BodyLine">The 1-based line on which the body begins.</param>
/// <param name="Notes">What was repaired.</param>
internal sealed partial record FrontMatter(Value.Map Values, string Body, int BodyLine, IReadOnlyList<Reason> Notes)
{
    private const int MaxLength = 64 * 1024;

    /// <summary>Splits and reads; the reason where the front matter can't be read.</summary>
    /// <remarks>
    /// YAML between lines of three or more hyphens, after any blank lines (Jekyll, Hexo, Hugo); the first such line may be
    /// missing where the lines above the second are known keys (Hexo); TOML between lines of <c>+++</c> (Hugo). Text whose first
    /// line is a rule and not front matter has none.
    /// </remarks>
    public static (FrontMatter? Split, Reason? Failure) Read(string text)
    {
        var lines = new TextLines(text);
        var first = lines.FirstFilled();
        var fence = lines[first].TrimEnd().ToString();
        if (IsHyphens(fence)) return Fenced(lines, first, fence, KeyColon(), LenientYaml.Read);
        if (fence == "+++") return Fenced(lines, first, fence, KeyEquals(), Toml.Read);
        return ReadUnopened(lines, first) ?? (None(text), null);
    }

    private static (FrontMatter? Split, Reason? Failure) Fenced(
        TextLines lines, int open, string fence, Regex key, Func<string, int, Reading> read)
    {
        var close = lines.Find(open + 1, line => line.TrimEnd().SequenceEqual(fence) || (fence == "---" && line.TrimEnd() is "..."));
        if (close >= 0 && IsFrontMatter(lines.Text(open + 1, close), key)) return Of(lines, open + 1, close, read);
        if (close >= 0 || !KnownKeys.BeginsWith(lines.Text(open + 1, lines.Count))) return (None(lines.All), null);
        return (null, new Place(open + 1, 1).Says($"The front matter that begins here is never closed: a line '{fence}' is missing below it."));
    }

    private static (FrontMatter? Split, Reason? Failure)? ReadUnopened(TextLines lines, int first)
    {
        if (!KnownKeys.BeginsWith(lines[first])) return null;
        var close = lines.Find(first + 1, line => !line.IsWhiteSpace() && !HeaderLine().IsMatch(line));
        if (close < 0 || !IsHyphens(lines[close].TrimEnd())) return null;
        var (split, failure) = Of(lines, first, close, LenientYaml.Read);
        var note = new Place(first + 1, 1).Says("The line '---' above the front matter is missing.");
        return (split is null ? null : split with { Notes = [note, .. split.Notes] }, failure);
    }

    private static (FrontMatter? Split, Reason? Failure) Of(TextLines lines, int from, int close, Func<string, int, Reading> read)
    {
        var header = lines.Text(from, close);
        if (header.Length > MaxLength)
            return (null, new Place(from + 1, 1).Says($"The front matter is longer than {MaxLength / 1024} KB; is its closing line in the right place?"));
        var reading = read(header.ToString(), from + 1);
        if (reading.Map is null) return (null, reading.Failure);
        return (new(reading.Map, lines.Text(close + 1, lines.Count).ToString(), close + 2, reading.Notes), null);
    }

    private static FrontMatter None(string text) => new(new Value.Map([], Place.Start), text, 1, []);

    private static bool IsHyphens(ReadOnlySpan<char> line) => line.Length >= 3 && line.IndexOfAnyExcept('-') < 0;

    // Prose between two rules is a body that begins with a rule.
    private static bool IsFrontMatter(ReadOnlySpan<char> header, Regex key) => header.IsWhiteSpace() || key.IsMatch(header);

    [GeneratedRegex(@"^[^\s#:][^:\n]*:", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex KeyColon();

    [GeneratedRegex(@"^\s*[^\s#=][^=\n]*=|^\s*\[", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex KeyEquals();

    [GeneratedRegex(@"^(?:\s|#|-\s|-$|[^\s:#-][^:]*:(?:\s|$))", RegexOptions.CultureInvariant)]
    private static partial Regex HeaderLine();
}
