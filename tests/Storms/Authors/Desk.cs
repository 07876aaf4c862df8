namespace Blobpress.Storms.Authors;

/// <summary>What the authors of a history have at hand while it is written: chance, and what lies in the container by then.</summary>
/// <param name="random">Decides everything.</param>
/// <param name="posts">How many posts they write at most: few, so that they meet in every way.</param>
internal sealed class Desk(Random random, int posts)
{
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);
    private int _version;

    public Random Random => random;

    public int Posts => posts;

    /// <summary>The next number of a series, so that what is written again is not the same, but comes back in the end.</summary>
    public int Version(int different) => _version++ % different;

    /// <summary>One of some choices.</summary>
    public T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    /// <summary>Those lines of some that chance takes.</summary>
    public IEnumerable<string> Some(IEnumerable<(int OneIn, Func<Desk, string> Line)> lines) =>
        from line in lines where random.Next(line.OneIn) == 0 select line.Line(this);

    /// <summary>The name of a file that is there, null where there is none.</summary>
    public string? AnyName() => Any(_files.Keys);

    /// <summary>The name of a post that is there, null where there is none.</summary>
    public string? AnyPost() => Any(_files.Keys.Where(name => name.EndsWith(".md", StringComparison.Ordinal)));

    public string TextOf(string name) => _files[name];

    /// <summary>Notes what an author did.</summary>
    public void Note(string name, string? text)
    {
        if (text is null)
        {
            _files.Remove(name);
        }
        else
        {
            _files[name] = text;
        }
    }

    private string? Any(IEnumerable<string> names)
    {
        var list = names.ToList();
        return list.Count == 0 ? null : Pick(list);
    }
}
