using System.Text.RegularExpressions;
using Blobpress.Site.Values;

namespace Blobpress.Site.Posts;

/// <summary>The forms of front matter that generators and their tools know.</summary>
internal static partial class FrontMatterForms
{
    private const int MaxLength = 64 * 1024;

    /// <summary>Characters that editors leave and nobody sees: zero-width ones and the byte order mark.</summary>
    public static char[] Unseen { get; } = ['\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF'];

    /// <summary>The front matter that begins in a line, and the body below it; null where none begins there.</summary>
    public static (FrontMatter? Split, Reason? Failure)? At(TextLines lines, int line)
    {
        if (line < 0 || line >= lines.Count) return null;
        var fence = Fence(lines[line]).ToString();
        if (IsHyphens(fence)) return Fenced(lines, line, fence, KeyColon(), LenientYaml.Read);
        if (fence == "+++") return Fenced(lines, line, fence, KeyEquals(), Toml.Read);
        if (IsOf(fence, ';')) return Fenced(lines, line, fence, JsonKey(), ReadMembers);
        return Named(lines, line, fence) ?? Braced(lines, line) ?? Unopened(lines, line);
    }

    /// <summary>True for a line of hyphens alone, or what takes its place.</summary>
    public static bool IsFence(ReadOnlySpan<char> line) => Fence(line) is var fence && (IsHyphens(fence) || fence is "+++" || IsOf(fence, ';'));

    /// <summary>True for the fence of a code block, in which front matter is shown.</summary>
    public static bool IsCode(ReadOnlySpan<char> line) => line.TrimStart() is var code && (code.StartsWith("```", StringComparison.Ordinal) || code.StartsWith("~~~", StringComparison.Ordinal));

    private static ReadOnlySpan<char> Fence(ReadOnlySpan<char> line) => line.Trim().Trim(Unseen).Trim();

    // ---toml, as gray-matter and its users write it.
    private static (FrontMatter? Split, Reason? Failure)? Named(TextLines lines, int line, string fence)
    {
        if (Language().Match(fence) is not { Success: true } match) return null;
        return match.Groups["name"].Value.ToLowerInvariant() switch
        {
            "yaml" or "yml" => Fenced(lines, line, "---", KeyColon(), LenientYaml.Read),
            "toml" => Fenced(lines, line, "---", KeyEquals(), Toml.Read),
            "json" => Fenced(lines, line, "---", JsonKey(), ReadMembers),
            var other => KnownKeys.HasSeveral(lines, line + 1)
                ? (null, new Place(line + 1, 4).Says($"The front matter is said to be '{other}', which can't be read; write it in YAML, TOML or JSON."))
                : null,
        };
    }

    private static (FrontMatter? Split, Reason? Failure)? Fenced(
        TextLines lines, int open, string fence, Regex key, Func<string, int, Reading> read)
    {
        // Where the first line is indented, or has something unseen in it, so may the last.
        var isPlain = lines[open].TrimEnd().StartsWith(fence, StringComparison.Ordinal);
        var close = lines.Find(open + 1, line => (isPlain ? line.TrimEnd() : Fence(line)).SequenceEqual(fence) || (fence == "---" && line.TrimEnd() is "..."));
        if (close >= 0 && IsFrontMatter(lines.Text(open + 1, close), key)) return Of(lines, open + 1, close, read);
        if (close >= 0 || !KnownKeys.BeginsWith(lines.Text(open + 1, lines.Count))) return null;
        return (null, new Place(open + 1, 1).Says($"The front matter that begins here is never closed: a line '{fence}' is missing below it."));
    }

    // Hugo's JSON: an object at the head of the file.
    private static (FrontMatter? Split, Reason? Failure)? Braced(TextLines lines, int line)
    {
        if (!lines[line].StartsWith("{", StringComparison.Ordinal)) return null;
        var text = lines.Text(line, lines.Count);
        var inside = text[1..].TrimStart();
        if (!inside.StartsWith("\"", StringComparison.Ordinal)) return null;
        var (reading, length) = Json.ReadFirst(text[..Math.Min(text.Length, MaxLength)].ToString(), line + 1);
        if (reading.Map is null) return (null, reading.Failure);
        var last = line + text[..length].Count('\n');
        return (new(reading.Map, lines.Text(last + 1, lines.Count).ToString(), last + 2, reading.Notes), null);
    }

    private static (FrontMatter? Split, Reason? Failure)? Unopened(TextLines lines, int first)
    {
        if (JsonMember().IsMatch(lines[first]) && lines.Find(first + 1, line => IsOf(line.TrimEnd(), ';')) is > 0 and var end)
            return Unopened(Of(lines, first, end, ReadMembers), first, ";;;");
        if (!KnownKeys.BeginsWith(lines[first])) return null;
        var close = lines.Find(first + 1, line => !line.IsWhiteSpace() && !HeaderLine().IsMatch(line));
        return close >= 0 && IsHyphens(lines[close].TrimEnd()) ? Unopened(Of(lines, first, close, LenientYaml.Read), first, "---") : null;
    }

    private static (FrontMatter? Split, Reason? Failure) Unopened((FrontMatter? Split, Reason? Failure) read, int first, string fence)
    {
        var note = new Place(first + 1, 1).Says($"The line '{fence}' above the front matter is missing.");
        return (read.Split is null ? null : read.Split with { Notes = [note, .. read.Split.Notes] }, read.Failure);
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

    // Hexo writes the members of an object without its braces.
    private static Reading ReadMembers(string text, int firstLine)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.StartsWith("{", StringComparison.Ordinal)) return Json.ReadFirst(text.TrimStart(), firstLine + text.AsSpan(0, text.Length - text.AsSpan().TrimStart().Length).Count('\n')).Reading;
        return Json.ReadFirst("{\n" + text + "\n}", firstLine - 1).Reading;
    }

    private static bool IsHyphens(ReadOnlySpan<char> line) => IsOf(line, '-');

    private static bool IsOf(ReadOnlySpan<char> line, char sign) => line.Length >= 3 && line.IndexOfAnyExcept(sign) < 0;

    // Prose between two rules is a body that begins with a rule.
    private static bool IsFrontMatter(ReadOnlySpan<char> header, Regex key) => header.IsWhiteSpace() || key.IsMatch(header);

    [GeneratedRegex(@"^[ \t]*[^\s#:][^:\n]*:", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex KeyColon();

    [GeneratedRegex(@"^[ \t]*[^\s#=][^=\n]*=|^[ \t]*\[", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex KeyEquals();

    [GeneratedRegex(@"^[ \t]*\{?[ \t]*""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex JsonKey();

    [GeneratedRegex(@"\A[ \t]*""[A-Za-z_-]{1,40}""[ \t]*:", RegexOptions.CultureInvariant)]
    private static partial Regex JsonMember();

    [GeneratedRegex(@"\A---[ \t]*(?<name>[A-Za-z]{2,12})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Language();

    [GeneratedRegex(@"^(?:\s|#|-\s|-$|[^\s:#-][^:]*:(?:\s|$))", RegexOptions.CultureInvariant)]
    private static partial Regex HeaderLine();
}
