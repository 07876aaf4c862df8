namespace Blobpress.Site.Html.Tags;

/// <summary>Fences of code (CommonMark, 4.5), within quotes and lists too.</summary>
internal static class FenceMark
{
    private const int Shortest = 3;

    /// <summary>The run of backticks or tildes with which a line begins, after marks of quotes and lists; null where it begins with none.</summary>
    public static string? Of(string line)
    {
        var at = 0;
        while (at < 3 && Holds(line, at, ' '))
            at++;
        while (AfterMark(line, at) is var next && next > at)
            at = next;
        at = Blank.Skip(line, at);
        if (at == line.Length || line[at] is not ('`' or '~'))
            return null;
        var length = line.AsSpan(at).IndexOfAnyExcept(line[at]);
        length = length < 0 ? line.Length - at : length;
        return length < Shortest ? null : line.Substring(at, length);
    }

    /// <summary>True for a line that ends the code which <paramref name="fence"/> began.</summary>
    public static bool Ends(string line, string fence) =>
        Of(line) is { } mark && mark.StartsWith(fence, StringComparison.Ordinal) && line.AsSpan().Trim().Trim(fence[0]).IsEmpty;

    // Behind the mark of a quote or list item; the same place where there is none.
    private static int AfterMark(string line, int at)
    {
        if (Holds(line, at, '>'))
            return Holds(line, at + 1, ' ') ? at + 2 : at + 1;
        if (at < line.Length && line[at] is '-' or '*' or '+')
            return Holds(line, at + 1, ' ') ? at + 2 : at;
        var end = at;
        while (end < line.Length && char.IsDigit(line[end]))
            end++;
        return end > at && end < line.Length && line[end] is '.' or ')' && Holds(line, end + 1, ' ') ? end + 2 : at;
    }

    private static bool Holds(string line, int at, char c) => at < line.Length && line[at] == c;
}
