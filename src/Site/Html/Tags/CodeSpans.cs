namespace Blobpress.Site.Html.Tags;

/// <summary>The code spans of a line (CommonMark, 6.1): a run of backticks to the next run of as many.</summary>
internal sealed class CodeSpans
{
    private readonly List<(int Start, int End)> _spans = [];
    private int _next;

    /// <summary>Finds the spans of a line in two passes over its runs of backticks.</summary>
    public CodeSpans(string line)
    {
        var runs = Runs(line);
        var partners = Partners(runs);
        for (var run = 0; run < runs.Count; run++)
        {
            if (partners[run] < 0)
                continue;
            var last = runs[partners[run]];
            _spans.Add((runs[run].Start, last.Start + last.Length));
            run = partners[run];
        }
    }

    /// <summary>The spans in order, their backticks included.</summary>
    public IReadOnlyList<(int Start, int End)> Places => _spans;

    /// <summary>True within a span, behind its first backtick. Questions go forward through the line.</summary>
    public bool Hold(int at)
    {
        while (_next < _spans.Count && _spans[_next].End <= at)
            _next++;
        return _next < _spans.Count && _spans[_next].Start < at;
    }

    private static List<(int Start, int Length)> Runs(string line)
    {
        var runs = new List<(int, int)>();
        for (var at = line.IndexOf('`', StringComparison.Ordinal); at >= 0;)
        {
            var length = line.AsSpan(at).IndexOfAnyExcept('`');
            length = length < 0 ? line.Length - at : length;
            runs.Add((at, length));
            at = line.IndexOf('`', at + length);
        }

        return runs;
    }

    // For each run the next one of its length, -1 where there is none.
    private static int[] Partners(List<(int Start, int Length)> runs)
    {
        var partners = new int[runs.Count];
        var next = new Dictionary<int, int>();
        for (var run = runs.Count - 1; run >= 0; run--)
        {
            partners[run] = next.GetValueOrDefault(runs[run].Length, -1);
            next[runs[run].Length] = run;
        }

        return partners;
    }
}
