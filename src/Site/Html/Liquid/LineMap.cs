namespace Blobpress.Site.Html.Liquid;

/// <summary>Which place of a source each place of an expanded text comes from.</summary>
internal sealed class LineMap(string source)
{
    private readonly List<(int Out, int Source, bool Moves)> _parts = [(0, 0, true)];
    private int _counted;
    private int _line;

    /// <summary>Notes that what comes from <paramref name="output"/> on was made of the source from <paramref name="place"/> on.</summary>
    /// <param name="output">In the expanded text; never before an earlier one.</param>
    /// <param name="place">In the source.</param>
    /// <param name="moves">True where one goes on with the other, false where all of it is made of that place.</param>
    public void Add(int output, int place, bool moves)
    {
        while (_parts[^1].Out >= output && _parts.Count > 1)
            _parts.RemoveAt(_parts.Count - 1);
        _parts.Add((output, place, moves));
    }

    /// <summary>The line and column of the source, the first line being 0 and the first column 1, for a place of the expanded text.</summary>
    public (int Line, int Column) Of(int output)
    {
        var (low, high) = (0, _parts.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _parts[middle].Out <= output ? (middle, high) : (low, middle - 1);
        }

        var part = _parts[low];
        var at = Math.Clamp(part.Moves ? part.Source + output - part.Out : part.Source, 0, source.Length);
        // Questions mostly go forward through the text.
        if (at < _counted)
            (_counted, _line) = (0, 0);
        _line += source.AsSpan(_counted, at - _counted).Count('\n');
        _counted = at;
        return (_line, at - source.AsSpan(0, at).LastIndexOf('\n'));
    }
}
