namespace Blobpress.Site.Posts;

/// <summary>A text by its lines, without copying them. Lines are counted from 0 here.</summary>
internal sealed class TextLines
{
    private readonly List<int> _starts = [0];

    public TextLines(string text)
    {
        All = text;
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1)) _starts.Add(at + 1);
    }

    public string All { get; }

    public int Count => _starts.Count;

    /// <summary>One line, without its end.</summary>
    public ReadOnlySpan<char> this[int line] => All.AsSpan(_starts[line]..End(line));

    /// <summary>The first line that is not blank; 0 where all are.</summary>
    public int FirstFilled() => Math.Max(0, Find(0, line => !line.IsWhiteSpace()));

    /// <summary>The first line at or after <paramref name="from"/> that is such; -1 where none is.</summary>
    public int Find(int from, Func<ReadOnlySpan<char>, bool> isSuch)
    {
        for (var line = from; line < Count; line++)
            if (isSuch(this[line])) return line;
        return -1;
    }

    /// <summary>The lines from <paramref name="from"/> up to, not with, <paramref name="to"/>.</summary>
    public ReadOnlySpan<char> Text(int from, int to) => from >= to ? [] : All.AsSpan(_starts[from]..End(to - 1));

    private int End(int line) => line + 1 < Count ? _starts[line + 1] - 1 : All.Length;
}
